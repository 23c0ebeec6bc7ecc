import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../domain/patient/board';
import type { MissingPages } from '../../../domain/reconciliation/missing-pages';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { usePatientOf } from './use-reconciliation';

const rowKey = (sheet: MissingPages): string => sheet.serial;

function whomCell(patient: BoardPatient | undefined): ReactNode {
  return patient ? <PatientName patient={patient} /> : '';
}

/** Printed pages nobody has seen again: `page 2 of 3 not seen`. */
export function MissingList() {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const patientOf = usePatientOf();
  useBoxState((state) => state.world.backEntry);
  useBoxState((state) => state.world.marks);
  const missing = box.returnedPaper.missing();
  const columns = useMemo<readonly Column<MissingPages>[]>(
    () => [
      { key: 'serial', head: t('paper.sheet'), names: true, cell: ({ serial }) => serial },
      { key: 'form', head: t('paper.form'), cell: ({ form }) => form },
      {
        key: 'whom',
        head: t('paper.whom'),
        cell: ({ patient }) => whomCell(patientOf(patient)),
      },
      {
        key: 'pages',
        head: t('paper.pages'),
        cell: ({ missing: pages, whole, pages: of }) =>
          whole
            ? t('paper.whole', { count: of })
            : t('paper.page', { count: pages.length, list: pages.join(', '), of }),
      },
    ],
    [t, patientOf],
  );
  return (
    <Card title={t('paper.missing')} flush={missing.length > 0}>
      {missing.length === 0 ? (
        <p>{t('paper.missingNone')}</p>
      ) : (
        <DataTable caption={t('paper.missingTable')} columns={columns} rows={missing} rowKey={rowKey} />
      )}
    </Card>
  );
}
