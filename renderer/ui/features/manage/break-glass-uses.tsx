import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BreakGlassUse, breakGlassUses } from '../../../domain/workstation/break-glass';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { useTimeWords } from '../../strings/time-words';

const useKey = (use: BreakGlassUse): string => use.id;

/** Every use of a one-time code, newest first, and whether a manager has looked at it. */
export function BreakGlassUses() {
  const { t } = useTranslation(['manage', 'session']);
  const words = useTimeWords();
  const box = useBox();
  const now = useNow();
  const entries = useBoxState((state) => state.world.entries);
  const people = useBoxState((state) => state.vault?.people);
  const role = useBoxState((state) => state.signedIn?.person.role);
  const { run, error, busy } = useAction(box.breakGlass.review);
  const uses = useMemo(() => breakGlassUses(entries).toReversed(), [entries]);
  if (role === undefined || uses.length === 0) {
    return (
      <EmptyState
        icon={role === undefined ? 'lock' : 'done'}
        title={t(role ? 'breakGlass.noneTitle' : 'breakGlass.uses')}
      >
        {t(role ? 'breakGlass.none' : 'breakGlass.locked')}
      </EmptyState>
    );
  }
  const review = (use: BreakGlassUse) => {
    if (use.reviewed) {
      const { by, at } = use.reviewed;
      const name = people?.find((one) => one.id === by)?.name ?? by;
      return t('breakGlass.reviewed', { name, time: words.moment(at, now) });
    }
    if (role !== 'manager') return t('breakGlass.open');
    return (
      <Button
        disabled={busy}
        aria-label={t('breakGlass.markOf', { name: use.name, time: words.moment(use.at, now) })}
        onClick={() => void run(use.id)}
      >
        {t('breakGlass.markReviewed')}
      </Button>
    );
  };
  const columns: readonly Column<BreakGlassUse>[] = [
    { key: 'when', head: t('breakGlass.when'), cell: (use) => words.moment(use.at, now) },
    {
      key: 'who',
      head: t('breakGlass.who'),
      names: true,
      cell: (use) => t('session:nameRole', { name: use.name, role: t(`session:role.${use.role}`) }),
    },
    { key: 'reason', head: t('breakGlass.reason'), cell: (use) => use.reason },
    { key: 'review', head: t('breakGlass.review'), cell: review },
  ];
  return (
    <Card title={t('breakGlass.uses')}>
      <DataTable caption={t('breakGlass.usesList')} columns={columns} rows={uses} rowKey={useKey} />
      {error && <p role="alert">{error}</p>}
    </Card>
  );
}
