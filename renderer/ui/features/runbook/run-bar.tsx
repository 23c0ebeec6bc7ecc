import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { RunbookRun } from '../../../domain/runbook/run';
import type { Runbook } from '../../../domain/runbook/runbook';
import { useBox, useBoxState } from '../../box/box-context';
import { wardHere } from '../../box/readings';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';

/** Reading or working: a runbook is used once per patient or event, and each use keeps its own ticks. */
export function RunBar({
  runbook,
  run,
  outage,
  place,
}: {
  readonly runbook: Runbook;
  readonly run: RunbookRun | undefined;
  readonly outage: OutageState;
  readonly place: string;
}) {
  const { t } = useTranslation('runbook');
  const box = useBox();
  const ward = wardHere(
    outage,
    useBoxState((state) => state.vault?.ward),
  );
  const runs = useBoxState((state) => state.world.runbookRuns.runs);
  const open = useAction(box.runbooks.open);
  const close = useAction(box.runbooks.close);
  const others = Object.values(runs).filter(
    (one) => one.runbook === runbook.id && one.outage === outage.id && !one.closed,
  );
  const use = async (): Promise<void> => {
    const written = await open.run({ outage: outage.id, ward, runbook: runbook.id });
    const made = written?.[0]?.subject;
    if (made !== undefined) goTo('runbooks', [runbook.id, place, made]);
  };
  const finish = async (outcome: 'finished' | 'not-needed'): Promise<void> => {
    if (run && (await close.run({ run: run.id, outcome }))) goTo('runbooks', [runbook.id]);
  };
  const error = open.error ?? close.error;
  if (run && !run.closed) {
    return (
      <Banner
        tone="info"
        icon="play"
        actions={
          <>
            <Button onClick={() => void finish('finished')}>{t('run.finished')}</Button>
            <Button onClick={() => void finish('not-needed')}>{t('run.notNeeded')}</Button>
          </>
        }
      >
        {error ?? t('run.inUse', { time: clockOf(run.openedAt), number: others.indexOf(run) + 1 })}
      </Banner>
    );
  }
  return (
    <Banner
      tone="quiet"
      actions={
        <>
          {others.map((one, index) => (
            <Button key={one.id} onClick={() => goTo('runbooks', [runbook.id, place, one.id])}>
              {t('run.goOn', { time: clockOf(one.openedAt), number: index + 1 })}
            </Button>
          ))}
          <Button variant="filled" onClick={() => void use()}>
            {t(others.length > 0 ? 'run.useAgain' : 'run.use')}
          </Button>
        </>
      }
    >
      {error ?? t('run.reading')}
    </Banner>
  );
}
