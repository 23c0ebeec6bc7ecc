import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CensusReading } from '../../../app/use-census';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { type TimeWords, useTimeWords } from '../../strings/time-words';
import styles from './census.module.css';

type Row = CensusReading['patients'][number];

const rowKey = (row: Row): string => row.id;

/** Who would be on the board, as the board would say it: a wrong column shows here at once. */
export function PatientPreview({ patients }: { readonly patients: readonly Row[] }) {
  const { t } = useTranslation(['census', 'patients']);
  const words = useTimeWords();
  const columns = useMemo(() => columnsOf(t, words), [t, words]);
  if (patients.length === 0) return <div />;
  return (
    <div className={styles.preview}>
      <h2>{t('census:preview.title')}</h2>
      <DataTable caption={t('census:preview.title')} columns={columns} rows={patients} rowKey={rowKey} />
    </div>
  );
}

function Missing() {
  const { t } = useTranslation('census');
  return <span className={styles.quiet}>{t('preview.missing')}</span>;
}

type Words = ReturnType<typeof useTranslation<['census', 'patients']>>['t'];

function allergies(row: Row, t: Words): string {
  if (row.allergyStatus === 'listed') return row.allergies.map((one) => one.substance).join(', ');
  return row.allergyStatus === 'none-known'
    ? t('patients:allergy.noneKnown')
    : row.allergyStatus === 'unable-to-obtain'
      ? t('patients:allergy.unableToObtain')
      : t('patients:allergy.notInSnapshot');
}

function more(row: Row, t: Words): string {
  const medicines = row.medicines?.length ?? 0;
  const values = row.observations?.length ?? 0;
  return [
    medicines > 0 && t('census:preview.medicines', { count: medicines }),
    values > 0 && t('census:preview.values', { count: values }),
  ]
    .filter(Boolean)
    .join(', ');
}

function columnsOf(t: Words, words: TimeWords): readonly Column<Row>[] {
  return [
    { key: 'bed', head: t('patients:column.bed'), cell: (one) => <b>{one.bed ?? ''}</b> },
    { key: 'name', head: t('patients:column.name'), names: true, cell: (one) => <PatientName patient={one} /> },
    {
      key: 'born',
      head: t('patients:column.bornOnly'),
      cell: (one) => (one.birthDate ? words.date(one.birthDate) : <Missing />),
    },
    {
      key: 'sex',
      head: t('patients:add.sex'),
      cell: (one) => (one.sex ? t(`patients:sexShort.${one.sex}`) : <Missing />),
    },
    { key: 'number', head: t('patients:column.number'), cell: (one) => one.mrn ?? <Missing /> },
    { key: 'allergies', head: t('patients:column.allergies'), cell: (one) => allergies(one, t) },
    {
      key: 'more',
      head: t('census:preview.more'),
      cell: (one) => <span className={styles.quiet}>{more(one, t)}</span>,
    },
  ];
}
