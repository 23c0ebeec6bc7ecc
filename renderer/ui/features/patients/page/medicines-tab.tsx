import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/basics/time';
import type { BoardPatient } from '../../../../domain/patient/board';
import type { SnapshotMedicine } from '../../../../domain/patient/patient';
import { useBoxState, useNow } from '../../../box/box-context';
import { Banner } from '../../../components/banner/banner';
import { type Column, DataTable } from '../../../components/data-table/data-table';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Stack } from '../../../components/page/page';
import { goTo } from '../../../route/route';
import { type TimeWords, useTimeWords } from '../../../strings/time-words';

/** The medication record of the library. */
const MAR = 'F04';

/** Medicines as the EHR last knew them. What was given since stands on the chart, and this page says so. */
export function MedicinesTab({ patient }: { readonly patient: BoardPatient }) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const hasChart = useBoxState((state) => state.library.forms.some((form) => form.id === MAR));
  const columns = useMemo(() => columnsOf(t, words, now), [t, words, now]);
  const chart = hasChart && (
    <Button variant="filled" onClick={() => goTo('forms', ['new', MAR, patient.id])}>
      {t('medicine.chart')}
    </Button>
  );
  const medicines = patient.medicines ?? [];
  if (medicines.length === 0) {
    return (
      <EmptyState icon="pill" title={t('medicine.noneTitle')} action={chart || undefined}>
        {t('medicine.noneText')}
      </EmptyState>
    );
  }
  return (
    <Stack>
      <Banner tone="info" icon="pill" actions={chart || undefined}>
        {t('medicine.from', { time: patient.snapshotAsOf ? words.moment(patient.snapshotAsOf, now) : '' })}
      </Banner>
      <DataTable
        caption={t('page.tab.medicines')}
        columns={columns}
        rows={medicines}
        rowKey={(one) => JSON.stringify(one)}
      />
    </Stack>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslation<'patients'>>['t'],
  words: TimeWords,
  now: Instant,
): readonly Column<SnapshotMedicine>[] {
  return [
    { key: 'name', head: t('medicine.name'), names: true, cell: (one) => <b>{one.name}</b> },
    { key: 'dose', head: t('medicine.dose'), cell: (one) => <b>{one.dose ?? t('fact.notInSnapshot')}</b> },
    { key: 'route', head: t('medicine.route'), cell: (one) => one.route ?? t('fact.notInSnapshot') },
    { key: 'frequency', head: t('medicine.frequency'), cell: (one) => one.frequency ?? t('fact.notInSnapshot') },
    {
      key: 'last',
      head: t('medicine.last'),
      cell: (one) => (one.lastGivenAt ? words.moment(one.lastGivenAt, now) : t('fact.notInSnapshot')),
    },
    {
      key: 'next',
      head: t('medicine.next'),
      cell: (one) => (one.nextDueAt ? words.moment(one.nextDueAt, now) : t('fact.notInSnapshot')),
    },
  ];
}
