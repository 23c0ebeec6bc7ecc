import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStep, pathFrom, findRunbookStep } from '../../../domain/runbook/path';
import { pathAnswers, type RunbookRun } from '../../../domain/runbook/run';
import type { Runbook, RunbookBlock } from '../../../domain/runbook/runbook';
import { RUNBOOK_ROLES_OF } from '../../../domain/runbook/steps-for';
import { useBoxState } from '../../box/box-context';
import { Chip } from '../../components/chip/chip';
import { Row } from '../../components/page/page';
import styles from './block-page.module.css';
import { CurrentStep } from './current-step';
import { StepLine } from './step-line';

/** One block: in use, the step of the path now stands large above; below all lines, whole or only those of my role. */
export function BlockPage({
  runbook,
  block,
  run,
  onBlock,
}: {
  readonly runbook: Runbook;
  readonly block: RunbookBlock;
  readonly run: RunbookRun | undefined;
  readonly onBlock: (block: string) => void;
}) {
  const { t } = useTranslation('runbook');
  const role = useBoxState((state) => state.settings.role);
  const roles = role === null ? undefined : RUNBOOK_ROLES_OF[role];
  const [mineOnly, setMineOnly] = useState(false);
  const [why, setWhy] = useState(false);
  const answers = useMemo(() => (run ? pathAnswers(run) : {}), [run]);
  const open = run && !run.closed ? run : undefined;
  const path = pathFrom(runbook, block.id, answers);
  const mine = block.steps.filter((step) => step.roles.some((one) => one === 'ALL' || roles?.includes(one)));
  const after = (step: string, option?: string): void => {
    const next = nextStep(runbook, step, option);
    const there = next && findRunbookStep(runbook, next.id)?.block.id;
    // A decision may lead into another block ("massive bleeding"): go there, the path is shown.
    if (there !== undefined && there !== block.id) onBlock(there);
  };
  return (
    <>
      {open && path.current && (
        <CurrentStep
          key={`${path.current.id}-${path.pass ?? 1}`}
          runbook={runbook}
          step={path.current}
          pass={path.pass ?? 1}
          run={open}
          onAnswered={after}
        />
      )}
      {open && !path.current && <p className={styles.end}>{t('block.end')}</p>}
      <section className={styles.list} aria-labelledby="block-title">
        <header className={styles.head}>
          <h2 id="block-title">{block.title}</h2>
          <Row>
            {roles && mine.length < block.steps.length && (
              <>
                <Chip pressed={!mineOnly} onClick={() => setMineOnly(false)}>
                  {t('block.all', { count: block.steps.length })}
                </Chip>
                <Chip pressed={mineOnly} onClick={() => setMineOnly(true)}>
                  {t('block.mine', { count: mine.length })}
                </Chip>
              </>
            )}
            <Chip pressed={why} onClick={() => setWhy(!why)}>
              {t('block.why')}
            </Chip>
          </Row>
        </header>
        <ol>
          {(mineOnly ? mine : block.steps).map((step) => (
            <StepLine
              key={step.id}
              runbook={runbook}
              step={step}
              run={open}
              answer={answers[step.id]?.at(-1)}
              current={open !== undefined && path.current?.id === step.id}
              why={why}
            />
          ))}
        </ol>
      </section>
    </>
  );
}
