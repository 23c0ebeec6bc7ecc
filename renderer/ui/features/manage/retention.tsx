import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionLine } from '../../../domain/retention/retention';
import { instantIn } from '../../../domain/basics/zoned-time';
import { mayDo, standingOf } from '../../../domain/workstation/permissions';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Row, Stack } from '../../components/page/page';
import { useTimeWords } from '../../strings/time-words';
import { KeepLongerDialog } from './keep-longer-dialog';
import { RemoveDialog } from './remove-dialog';

const lineKey = (line: RetentionLine): string => line.outage.id;

/** Which downtime's patients are to be removed when, and what was removed. */
export function Retention() {
  const { t } = useTranslation('manage');
  const words = useTimeWords();
  const now = useNow();
  const box = useBox();
  const world = useBoxState((state) => state.world);
  const people = useBoxState((state) => state.vault?.people);
  const standing = standingOf(useBoxState((state) => state.signedIn?.person));
  const [asked, setAsked] = useState<{ readonly what: 'keep' | 'remove'; readonly line: RetentionLine }>();
  // oxlint-disable-next-line react/exhaustive-deps -- the plan is read from the box as it is with this world, this minute
  const plan = useMemo(() => box.retention.plan(), [box, world, now]);
  if (standing === 'nobody')
    return (
      <EmptyState icon="lock" title={t('retention.lockedTitle')}>
        {t('retention.locked')}
      </EmptyState>
    );
  const nameOf = (id: string): string => people?.find((one) => one.id === id)?.name ?? id;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = (line: RetentionLine): string => {
    if (line.removed) {
      const { payload, at, by } = line.removed;
      const told = { count: payload.entries, date: words.date(at), name: nameOf(by) };
      return [
        t('retention.removed', told),
        payload.lastBackupAt ? t('retention.backups', { date: words.moment(payload.lastBackupAt, now) }) : '',
      ].join(' ');
    }
    if (line.dueMs === undefined) return t('retention.open');
    const date = words.date(instantIn(zone, line.dueMs));
    const extended = line.extended
      ? t('retention.extended', { name: nameOf(line.extended.by), reason: line.extended.reason })
      : '';
    return [t(line.stage === 'due' ? 'retention.due' : 'retention.waiting', { date }), extended]
      .filter(Boolean)
      .join(' ');
  };
  const actions = (line: RetentionLine) =>
    mayDo(standing, 'remove-patients') &&
    (line.stage === 'waiting' || line.stage === 'due') && (
      <Row>
        <Button onClick={() => setAsked({ what: 'keep', line })}>{t('retention.keep')}</Button>
        <Button onClick={() => setAsked({ what: 'remove', line })}>{t('retention.remove')}</Button>
      </Row>
    );
  const columns: readonly Column<RetentionLine>[] = [
    { key: 'outage', head: t('retention.outage'), names: true, cell: ({ outage }) => words.moment(outage.since, now) },
    {
      key: 'closed',
      head: t('retention.closed'),
      cell: ({ closedAt }) => (closedAt === undefined ? t('retention.notClosed') : words.date(closedAt)),
    },
    { key: 'when', head: t('retention.when'), cell: when },
    { key: 'do', head: t('retention.do'), cell: actions },
  ];
  return (
    <Stack>
      <Card title={t('section.retention')}>
        <Stack>
          <p>{t('retention.text', { count: box.retention.days() })}</p>
          {!mayDo(standing, 'remove-patients') && <p>{t('retention.managerOnly')}</p>}
        </Stack>
      </Card>
      {plan.length === 0 ? (
        <EmptyState icon="archive" title={t('retention.noneTitle')}>
          {t('retention.none')}
        </EmptyState>
      ) : (
        <DataTable caption={t('retention.caption')} columns={columns} rows={plan} rowKey={lineKey} />
      )}
      {asked?.what === 'keep' && <KeepLongerDialog line={asked.line} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'remove' && <RemoveDialog line={asked.line} onClose={() => setAsked(undefined)} />}
    </Stack>
  );
}
