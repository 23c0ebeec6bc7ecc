import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/basics/time';
import { useNow } from '../../../box/box-context';
import { type Column, DataTable } from '../../../components/data-table/data-table';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { goTo } from '../../../route/route';
import { type TimeWords, useTimeWords } from '../../../strings/time-words';
import type { DraftRow } from './use-form-records';

const rowKey = (row: DraftRow): string => row.draft.id;
const open = (row: DraftRow): void => goTo('forms', ['draft', row.draft.id]);

/** Forms I began and have not signed; Enter goes on where I stopped. */
export function DraftTable({
  rows,
  withPatient,
}: {
  readonly rows: readonly DraftRow[];
  readonly withPatient: boolean;
}) {
  const { t } = useTranslation('forms');
  const words = useTimeWords();
  const now = useNow('minute');
  const columns = useMemo(() => columnsOf(t, words, now, withPatient), [t, words, now, withPatient]);
  return <DataTable caption={t('list.drafts')} columns={columns} rows={rows} rowKey={rowKey} onOpen={open} />;
}

/** Name and bed in a list, or the ward. */
export function WhomCell({
  patient,
  ward,
}: {
  readonly patient: DraftRow['patient'];
  readonly ward: string | undefined;
}) {
  const { t } = useTranslation('forms');
  if (!patient) return ward === undefined ? null : t('list.ward', { ward });
  return (
    <>
      <PatientName patient={patient} /> {patient.bed && `· ${patient.bed}`}
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslation<'forms'>>['t'],
  words: TimeWords,
  now: Instant,
  withPatient: boolean,
): readonly Column<DraftRow>[] {
  return [
    { key: 'form', head: t('list.form'), names: true, cell: ({ draft, title }) => <b>{`${draft.form} ${title}`}</b> },
    ...(withPatient
      ? [
          {
            key: 'patient',
            head: t('list.whom'),
            cell: ({ patient, draft }: DraftRow) => <WhomCell patient={patient} ward={draft.ward} />,
          },
        ]
      : []),
    { key: 'saved', head: t('list.saved'), cell: ({ draft }) => words.moment(draft.updatedAt, now) },
    {
      key: 'kind',
      head: '',
      cell: ({ draft }) => (draft.amends ? t('list.correcting', { serial: draft.amends }) : ''),
    },
  ];
}
