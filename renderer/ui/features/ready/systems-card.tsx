import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemName } from '../../../domain/outage/entries';
import type { OutageState, SystemStatus } from '../../../domain/outage/outage';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Dialog } from '../../components/dialog/dialog';
import { StatusWord, type Tone } from '../../components/status-word/status-word';
import { TextField } from '../../components/text-field/text-field';
import { useTimeWords } from '../../strings/time-words';
import styles from './systems-card.module.css';

const TONE: Record<SystemStatus['state'], Tone> = {
  up: 'quiet',
  down: 'critical',
  degraded: 'warning',
  unknown: 'quiet',
};

/** What is up and what is not, as somebody said it. Nobody has said is never shown as up. */
export function SystemsCard({ event }: { readonly event: OutageState }) {
  const { t } = useTranslation('ready');
  const words = useTimeWords();
  const now = useNow();
  const systems = useBoxState((state) => state.library.systems);
  const [chosen, setChosen] = useState<SystemName | null>(null);
  return (
    <Card title={t('systems.title')}>
      <ul className={styles.list}>
        {systems.map(({ id: name, short }) => {
          const { state, since, saidBy } = event.systems[name];
          return (
            <li key={name}>
              <button type="button" className={styles.line} onClick={() => setChosen(name)}>
                <span className={styles.name}>{short}</span>
                <span className={styles.said}>
                  {[since && words.moment(since, now), saidBy].filter(Boolean).join(' · ')}
                </span>
                <span className={styles.state}>
                  <StatusWord tone={TONE[state]} icon={state === 'unknown' ? 'help' : undefined} boxed>
                    {t(`systems.state.${state}`)}
                  </StatusWord>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {chosen && <ChangeSystem key={chosen} event={event} system={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function ChangeSystem({
  event,
  system,
  onClose,
}: {
  readonly event: OutageState;
  readonly system: SystemName;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['ready', 'common']);
  const box = useBox();
  const title = useBoxState((state) => state.library.systems.find((one) => one.id === system)?.title ?? system);
  const before = event.systems[system];
  const { run, error, busy } = useAction(box.outage.changeSystem);
  const [state, setState] = useState<'up' | 'down' | 'degraded' | null>(
    before.state === 'unknown' ? null : before.state,
  );
  const [saidBy, setSaidBy] = useState(before.saidBy ?? '');
  const save = async (): Promise<void> => {
    if (state === null) return;
    const said = saidBy.trim();
    const done = await run({
      outage: event.id,
      system,
      state,
      since: box.clock.now(),
      ...(said ? { saidBy: said } : {}),
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('systems.change', { system: title })}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={state === null || busy} onClick={() => void save()}>
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <ChoiceButtons
        label={t('systems.now')}
        choices={(['up', 'degraded', 'down'] as const).map((value) => ({ value, label: t(`systems.state.${value}`) }))}
        value={state}
        onChange={setState}
        error={error}
      />
      <TextField
        label={t('systems.saidBy')}
        hint={t('systems.saidByHint')}
        optional
        value={saidBy}
        onChange={setSaidBy}
        maxLength={80}
      />
    </Dialog>
  );
}
