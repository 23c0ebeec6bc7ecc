import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { BoardPatient } from '../../../domain/patient/board';
import { dataClassOf } from '../../../domain/reconciliation/data-class';
import type { QueueItem, Reconciliation } from '../../../domain/reconciliation/queue';
import { useNow } from '../../box/box-context';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { StatusWord } from '../../components/status-word/status-word';
import { goTo } from '../../route/route';
import { type TimeWords, useTimeWords } from '../../strings/time-words';
import { inBedOrder } from '../patients/bed-order';
import { usePatientOf } from './use-reconciliation';

interface Line {
  readonly key: string;
  readonly patient: BoardPatient | undefined;
  readonly item: QueueItem;
}

const lineKey = (line: Line): string => line.key;
const openLine = ({ item }: Line): void => goTo('reconcile', [item.owner, item.serial, item.item]);

/** Every dose of the downtime by bed: the EHR does not know them all, and the next one must not be given twice. */
export function DosesPage({ view, outage }: { readonly view: Reconciliation; readonly outage: OutageState }) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const patientOf = usePatientOf();
  const lines = useMemo(() => dosesByBed(view, patientOf), [view, patientOf]);
  const columns = useMemo(() => columnsOf({ t, words, now }), [t, words, now]);
  const known = lines.filter(({ item }) => item.mark?.as === 'entered').length;
  return (
    <Page fill>
      <PageTitle
        lead={t('doses.lead', { count: lines.length, known })}
        actions={
          <Button leftSection={<Icon name="left" size={22} />} onClick={() => goTo('reconcile')}>
            {t(outage.stage === 'running' ? 'doses.backDown' : 'doses.back')}
          </Button>
        }
      >
        {t('doses.title')}
      </PageTitle>
      <DataTable
        caption={t('doses.title')}
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        {...(view.down ? {} : { onOpen: openLine })}
        empty={
          <EmptyState icon="pill" title={t('doses.noneTitle')}>
            {t('doses.none')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function dosesByBed(view: Reconciliation, patientOf: (id: string) => BoardPatient | undefined): readonly Line[] {
  const doses = view.items.filter((item) => dataClassOf(item) === 'doses' && !item.removed && !item.withdrawn);
  const patients = inBedOrder([...new Set(doses.map((item) => item.patient))].flatMap((id) => patientOf(id) ?? []));
  const rank = new Map(patients.map((one, index) => [one.id, index]));
  return doses
    .toSorted(
      (a, b) =>
        (rank.get(a.patient) ?? Infinity) - (rank.get(b.patient) ?? Infinity) ||
        Date.parse(a.occurredAt) - Date.parse(b.occurredAt),
    )
    .map((item) => ({ key: item.key, patient: patientOf(item.patient), item }));
}

/** What the chart says besides the label: above all whether it was given, refused or withheld. */
function restOf({ label, values }: QueueItem): string {
  const told = new Set(label.split(' · '));
  return values.flatMap(({ text }) => (told.has(text) ? [] : [text])).join(' · ');
}

function columnsOf({
  t,
  words,
  now,
}: {
  readonly t: ReturnType<typeof useTranslation<'reconcile'>>['t'];
  readonly words: TimeWords;
  readonly now: string;
}): readonly Column<Line>[] {
  return [
    { key: 'bed', head: t('doses.bed'), width: '70px', cell: ({ patient }) => patient?.bed ?? '' },
    {
      key: 'patient',
      head: t('patient'),
      cell: ({ patient, item }) => (patient ? <PatientName patient={patient} /> : item.patient),
    },
    { key: 'dose', head: t('doses.dose'), names: true, cell: ({ item }) => item.label },
    { key: 'chart', head: t('doses.chart'), cell: ({ item }) => restOf(item) },
    { key: 'at', head: t('doses.at'), width: '130px', cell: ({ item }) => words.moment(item.occurredAt, now) },
    { key: 'by', head: t('doses.by'), cell: ({ item }) => item.author ?? '' },
    {
      key: 'ehr',
      head: t('doses.ehr'),
      width: '150px',
      cell: ({ item }) =>
        item.mark?.as === 'entered' ? (
          t('doses.in')
        ) : (
          <StatusWord tone="warning" boxed>
            {t('doses.notIn')}
          </StatusWord>
        ),
    },
  ];
}
