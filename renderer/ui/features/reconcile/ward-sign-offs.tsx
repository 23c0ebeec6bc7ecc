import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WardStanding } from '../../../domain/reconciliation/close-back-entry';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { clockOf } from '../../strings/time-words';
import { ReasonDialog } from './reason-dialog';
import { usePersonName } from './use-reconciliation';

const rowKey = (standing: WardStanding): string => standing.ward;

/** Each ward says that its back-entry is whole; critical lines stop it. */
export function WardSignOffs({ closed }: { readonly closed: boolean }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const nameOf = usePersonName();
  useBoxState((state) => state.world.backEntry);
  useBoxState((state) => state.world.marks);
  const signing = useAction(box.reconcile.signOff);
  const [undoing, setUndoing] = useState<string>();
  const signOffCell = ({ ward, signOff, criticalOpen }: WardStanding): ReactNode =>
    signOff ? (
      <>
        {t('wards.by', { name: nameOf(signOff.by), time: clockOf(signOff.at) })}{' '}
        {!closed && (
          <Button size="compact-sm" onClick={() => setUndoing(ward)}>
            {t('wards.undo')}
          </Button>
        )}
      </>
    ) : (
      <Button size="compact-sm" disabled={signing.busy || criticalOpen > 0} onClick={() => void signing.run({ ward })}>
        {t('wards.do', { ward })}
      </Button>
    );
  const columns: readonly Column<WardStanding>[] = [
    { key: 'ward', head: t('wards.ward'), names: true, cell: ({ ward }) => ward },
    { key: 'lines', head: t('wards.lines'), align: 'end', cell: ({ total }) => total },
    { key: 'open', head: t('wards.open'), align: 'end', cell: ({ open }) => open },
    { key: 'critical', head: t('wards.critical'), align: 'end', cell: ({ criticalOpen }) => criticalOpen },
    {
      key: 'state',
      head: t('wards.state'),
      cell: (standing) => signOffCell(standing),
    },
  ];
  return (
    <Card title={t('wards.title')} flush>
      <DataTable caption={t('wards.table')} columns={columns} rows={box.reconcile.wards()} rowKey={rowKey} />
      {signing.error && <p role="alert">{signing.error}</p>}
      {undoing !== undefined && (
        <ReasonDialog
          title={t('wards.undoTitle', { ward: undoing })}
          text={t('wards.undoText')}
          confirm={t('wards.undoDo')}
          required
          use={(reason) => box.reconcile.undoSignOff({ ward: undoing, reason })}
          onClose={() => setUndoing(undefined)}
          onDone={() => setUndoing(undefined)}
        />
      )}
    </Card>
  );
}
