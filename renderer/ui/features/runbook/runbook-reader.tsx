import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { liveRunbookAnswers, type RunbookRun } from '../../../domain/runbook/run';
import type { Runbook } from '../../../domain/runbook/runbook';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { PageTitle } from '../../components/page-title/page-title';
import { type SectionItem, SectionNav } from '../../components/section-nav/section-nav';
import { PrintLink } from '../../frame/print-link';
import { goTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import { AboutPage } from './about-page';
import { BlockPage } from './block-page';
import { RunBar } from './run-bar';
import styles from './runbook-reader.module.css';

/** One runbook: its blocks on the left, the block to work through on the right. Without a run it is only read. */
export function RunbookReader({
  runbook,
  place,
  runId,
}: {
  readonly runbook: Runbook;
  readonly place: string;
  readonly runId: string | undefined;
}) {
  const { t } = useTranslation('runbook');
  const words = useTimeWords();
  const outage = useBoxState((state) => currentOutage(state.world.outages));
  const run = useBoxState((state) => (runId === undefined ? undefined : state.world.runbookRuns.runs[runId]));
  const blocks = runbook.phases.flatMap((phase) => phase.blocks);
  const block = blocks.find((one) => one.id === place);
  const show = (where: string): void => goTo('runbooks', [runbook.id, where, ...(run ? [run.id] : [])], 'replace');
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <PageTitle
          size="side"
          actions={<PrintLink kind="runbook" id={runbook.id} />}
          lead={t(`status.${runbook.status}`, {
            version: runbook.version,
            owner: runbook.owner,
            date: words.date(runbook.reviewDate),
          })}
        >
          {runbook.title}
        </PageTitle>
        <div className={styles.nav}>
          <Card>
            <SectionNav
              dense
              label={t('blocks')}
              items={[about(t('about.title')), ...blocks.map((one) => sectionOf(one, run, t('section')))]}
              current={block ? block.id : 'about'}
              onChoose={show}
            />
          </Card>
        </div>
      </div>
      <div className={styles.main}>
        {outage && outage.stage !== 'closed' && (
          <RunBar runbook={runbook} run={run} outage={outage} place={block?.id ?? blocks[0]?.id ?? 'about'} />
        )}
        {block ? (
          <BlockPage key={`${block.id}-${run?.id ?? ''}`} runbook={runbook} block={block} run={run} onBlock={show} />
        ) : (
          <AboutPage runbook={runbook} />
        )}
      </div>
    </div>
  );
}

function about(label: string): SectionItem {
  return { id: 'about', label, icon: 'info', state: '' };
}

function sectionOf(
  block: Runbook['phases'][number]['blocks'][number],
  run: RunbookRun | undefined,
  state: string,
): SectionItem {
  // Lettered blocks belong to an event; the letter is what staff say to each other.
  const label = /^[A-Z]$/.test(block.id) ? `${block.id} ${block.title}` : block.title;
  if (!run) return { id: block.id, label, icon: 'list', state };
  const answered = new Set(liveRunbookAnswers(run).map((answer) => answer.step));
  const done = block.steps.filter((step) => answered.has(step.id)).length;
  return {
    id: block.id,
    label,
    icon: done === block.steps.length ? 'done' : done > 0 ? 'current' : 'open',
    state,
    count: `${done}/${block.steps.length}`,
  };
}
