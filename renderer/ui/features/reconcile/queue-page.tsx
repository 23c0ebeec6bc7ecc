import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackEntryOwner } from '../../../domain/form/form';
import type { OutageState } from '../../../domain/outage/outage';
import { outageElapsedMs } from '../../../domain/outage/phases';
import { canClose } from '../../../domain/reconciliation/can-close';
import {
  countByOwner,
  findItem,
  type QueueItem,
  queueOf,
  type Reconciliation,
} from '../../../domain/reconciliation/queue';
import { useNow } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { goTo } from '../../route/route';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { ItemDetail } from './item-detail';
import { ItemList } from './item-list';
import { OwnerCards } from './owner-cards';
import styles from './queue-page.module.css';
import type { ReconcilePlace } from './reconcile-place';
import { RuleText } from './rule-text';
import { nextAfter, type Stage, STAGES, stageOf } from './stages';

/** The queues: owners with their progress, one owner's lines in order of entry, and the line to enter now. */
export function QueuePage({
  view,
  outage,
  place,
}: {
  readonly view: Reconciliation;
  readonly outage: OutageState;
  readonly place: Extract<ReconcilePlace, { page: 'queue' }>;
}) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const [wanted, setStage] = useState<Stage>();
  // After a line is done its successor takes the focus, so that it is read before the next key is pressed.
  const [readNext, setReadNext] = useState<string>();
  const counts = useMemo(() => countByOwner(view), [view]);
  const owner = place.owner ?? (counts.find((one) => one.settled < one.total) ?? counts[0])?.owner;
  const title = t('titleWard', { ward: outage.ward });
  const ofOwner = useMemo(() => {
    const lines = owner === undefined ? [] : queueOf(view, owner);
    const byStage: Record<Stage, QueueItem[]> = { open: [], check: [], done: [] };
    for (const item of lines) byStage[stageOf(item)].push(item);
    return { lines, byStage };
  }, [view, owner]);
  const check = useMemo(() => canClose(view), [view]);
  const open = check.reasons.reduce((sum, reason) => sum + reason.count, 0);
  const times = { since: clockOf(outage.since), until: clockOf(outage.until ?? now) };
  const lead = t(outage.stage === 'closed' ? 'leadClosed' : 'lead', {
    ...times,
    lasted: words.duration(outageElapsedMs(outage, now)),
  });
  if (owner === undefined) {
    return (
      <Page>
        <PageTitle lead={lead} actions={<CompleteButton open={open} />}>
          {title}
        </PageTitle>
        <EmptyState icon="done" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </Page>
    );
  }
  const { lines, byStage } = ofOwner;
  const numbers = Object.fromEntries(STAGES.map((stage) => [stage, byStage[stage].length])) as Record<Stage, number>;
  const asked = place.item && findItem(view, place.item);
  const stage = wanted ?? (asked ? stageOf(asked) : (STAGES.find((one) => numbers[one] > 0) ?? 'open'));
  const shown = byStage[stage];
  const current = shown.find((item) => item.key === asked?.key) ?? shown.find(isReady) ?? shown[0];
  const show = (item: QueueItem | undefined): void => {
    setStage(stage);
    goTo('reconcile', item ? [item.owner, item.serial, item.item] : [owner], 'replace');
  };
  const chooseOwner = (next: BackEntryOwner): void => {
    setStage(undefined);
    goTo('reconcile', [next], 'replace');
  };
  return (
    <Page fill>
      <PageTitle
        lead={lead}
        actions={
          <>
            <Button leftSection={<Icon name="pill" size={22} />} onClick={() => goTo('reconcile', ['doses'])}>
              {t('doses.open')}
            </Button>
            <Button leftSection={<Icon name="pages" size={22} />} onClick={() => goTo('reconcile', ['paper'])}>
              {t('paper.open')}
            </Button>
            <CompleteButton open={open} />
          </>
        }
      >
        {title}
      </PageTitle>
      <OwnerCards counts={counts} current={owner} onChoose={chooseOwner} />
      <div className={styles.columns}>
        <section className={styles.list} aria-label={t(`owner.${owner}`)}>
          <RuleText owner={owner} lastedMs={outageElapsedMs(outage, now)} />
          <ItemList
            view={view}
            items={shown}
            current={current}
            numbers={numbers}
            stage={stage}
            since={outage.until ?? outage.since}
            onStage={setStage}
            onShow={show}
          />
        </section>
        {current ? (
          <ItemDetail
            key={current.key}
            item={current}
            view={view}
            outage={outage}
            takeFocus={current.key === readNext}
            onDone={() => {
              const next = nextAfter(lines, current.key, stage);
              setReadNext(next?.key);
              show(next);
            }}
          />
        ) : (
          <EmptyState icon="done" title={t(`nothing.${stage}`)}>
            {t('nothing.text')}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}

function isReady(item: QueueItem): boolean {
  return item.state !== 'waiting';
}

function CompleteButton({ open }: { readonly open: number }) {
  const { t } = useTranslation('reconcile');
  return (
    <Button leftSection={<Icon name="tasks" size={22} />} onClick={() => goTo('reconcile', ['complete'])}>
      {open > 0 ? t('complete.open', { count: open }) : t('complete.ready')}
    </Button>
  );
}
