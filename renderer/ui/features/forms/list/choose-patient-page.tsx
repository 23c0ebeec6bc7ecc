import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDefinition } from '../../../../domain/form/form';
import type { BoardPatient } from '../../../../domain/patient/board';
import { findPatients, indexPatients } from '../../../../domain/patient/find-patients';
import { useBoxState } from '../../../box/box-context';
import { type Column, DataTable } from '../../../components/data-table/data-table';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { goTo } from '../../../route/route';
import { useScreens } from '../../../route/screens-context';
import { type TimeWords, useTimeWords } from '../../../strings/time-words';
import { inBedOrder, isHere } from '../../patients/bed-order';
import { FindBox } from '../../patients/find-box';
import { ScanGuard } from '../../patients/scan/scan-guard';
import { useBoard } from '../../patients/use-board';
import styles from './list.module.css';

const rowKey = (row: BoardPatient): string => row.id;

/** Who is the form for: a scan or two identifiers, never a bed alone. */
export function ChoosePatientPage({ form }: { readonly form: FormDefinition }) {
  const { t } = useTranslation('forms');
  const words = useTimeWords();
  const screens = useScreens();
  const ward = useBoxState((state) => state.vault?.ward);
  const board = useBoard();
  const [query, setQuery] = useState('');
  const index = useMemo(() => indexPatients(board), [board]);
  const shown = useMemo(() => {
    const here = inBedOrder(board).filter(isHere);
    if (query.trim() === '')
      return here.some((one) => one.ward === ward) ? here.filter((one) => one.ward === ward) : here;
    const found = new Set(findPatients(index, query));
    return here.filter((one) => found.has(one.id));
  }, [board, index, query, ward]);
  const open = (patient: BoardPatient): void => goTo('forms', ['new', form.id, patient.id]);
  const columns = useMemo(() => columnsOf(t, words), [t, words]);
  return (
    <Page fill>
      <ScanGuard />
      <PageTitle
        lead={t('choose.lead')}
        actions={
          <>
            <FindBox
              value={query}
              onChange={setQuery}
              onOpenOnly={() => shown.length === 1 && shown[0] && open(shown[0])}
              onDown={() => document.querySelector<HTMLElement>('[data-opens-row]')?.focus()}
            />
            {screens.of('print') && (
              <Button leftSection={<Icon name="printer" />} onClick={() => goTo('print', ['blank', form.id])}>
                {t('choose.printBlank')}
              </Button>
            )}
          </>
        }
      >
        {`${form.id} ${form.title}`}
      </PageTitle>
      <div className={styles.choose}>
        <DataTable
          caption={t('choose.caption')}
          columns={columns}
          rows={shown}
          rowKey={rowKey}
          onOpen={open}
          empty={
            <EmptyState icon="search" title={t('choose.noneTitle')}>
              {t('choose.noneText')}
            </EmptyState>
          }
        />
      </div>
    </Page>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslation<'forms'>>['t'],
  words: TimeWords,
): readonly Column<BoardPatient>[] {
  return [
    { key: 'bed', head: t('choose.bed'), width: '90px', cell: (one) => <b>{one.bed}</b> },
    { key: 'name', head: t('choose.name'), names: true, cell: (one) => <PatientName patient={one} /> },
    {
      key: 'born',
      head: t('choose.born'),
      cell: (one) => (one.birthDate ? words.date(one.birthDate) : t('choose.notKnown')),
    },
    { key: 'number', head: t('choose.number'), cell: (one) => one.mrn ?? one.downtimeNumber ?? t('choose.notKnown') },
  ];
}
