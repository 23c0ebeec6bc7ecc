import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/basics/time';
import { latestVersion } from '../../../../domain/form/forms-state';
import { useNow } from '../../../box/box-context';
import { type Column, DataTable } from '../../../components/data-table/data-table';
import { StatusWord } from '../../../components/status-word/status-word';
import { goTo } from '../../../route/route';
import { type TimeWords, useTimeWords } from '../../../strings/time-words';
import { WhomCell } from './draft-table';
import type { SignedRow } from './use-form-records';

const rowKey = (row: SignedRow): string => row.form.serial;
const open = (row: SignedRow): void => goTo('forms', ['signed', row.form.serial]);

/** What stands on the record; struck-through forms stay in the list and say so. */
export function SignedTable({
  rows,
  withPatient,
}: {
  readonly rows: readonly SignedRow[];
  readonly withPatient: boolean;
}) {
  const { t } = useTranslation('forms');
  const words = useTimeWords();
  const now = useNow('minute');
  const columns = useMemo(() => columnsOf(t, words, now, withPatient), [t, words, now, withPatient]);
  return <DataTable caption={t('list.signed')} columns={columns} rows={rows} rowKey={rowKey} onOpen={open} />;
}

function SignedState({
  struck,
  versions,
  conflicts,
}: {
  readonly struck: boolean;
  readonly versions: number;
  readonly conflicts: number;
}) {
  const { t } = useTranslation('forms');
  if (conflicts > 0) return <StatusWord tone="critical">{t('state.conflict')}</StatusWord>;
  if (struck) return <StatusWord tone="warning">{t('state.struck')}</StatusWord>;
  return (
    <StatusWord tone="quiet">
      {versions > 1 ? t('state.corrected', { count: versions - 1 }) : t('state.signed')}
    </StatusWord>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslation<'forms'>>['t'],
  words: TimeWords,
  now: Instant,
  withPatient: boolean,
): readonly Column<SignedRow>[] {
  return [
    { key: 'form', head: t('list.form'), names: true, cell: ({ form, title }) => <b>{`${form.form} ${title}`}</b> },
    ...(withPatient
      ? [
          {
            key: 'patient',
            head: t('list.whom'),
            cell: ({ patient, form }: SignedRow) => <WhomCell patient={patient} ward={form.ward} />,
          },
        ]
      : []),
    { key: 'when', head: t('list.when'), cell: ({ form }) => words.moment(latestVersion(form).occurredAt, now) },
    { key: 'by', head: t('list.by'), cell: ({ by }) => by },
    { key: 'serial', head: t('list.serial'), cell: ({ form }) => form.serial },
    {
      key: 'state',
      head: t('list.state'),
      cell: ({ form }) => (
        <SignedState
          struck={form.struck !== undefined}
          versions={form.versions.length}
          conflicts={form.conflicts.length}
        />
      ),
    },
  ];
}
