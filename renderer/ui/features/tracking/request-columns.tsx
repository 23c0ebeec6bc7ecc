import type { TFunction } from 'i18next';
import type { BoardPatient } from '../../../domain/patient/board';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import type { Column } from '../../components/data-table/data-table';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { clockOf, type TimeWords } from '../../strings/time-words';
import { AgeingWord } from './ageing-word';
import styles from './tracking.module.css';

/** A request with whom it is for. */
export interface RequestRow {
  readonly request: TrackedRequest;
  readonly patient: BoardPatient | undefined;
}

/** Tests in one line. */
export function testsText({ tests }: TrackedRequest): string {
  return tests.map((test) => test.label).join(', ');
}

/** Columns of the list; the panel beside it takes the width of the last two. */
export function requestColumns(
  t: TFunction<'tracking'>,
  words: TimeWords,
  narrow: boolean,
): readonly Column<RequestRow>[] {
  return [
    {
      key: 'age',
      head: t('column.age'),
      width: '84px',
      cell: ({ request }) => <span className={styles.nowrap}>{words.duration(request.ageMs)}</span>,
    },
    { key: 'clock', head: t('column.clock'), width: '190px', cell: ({ request }) => <AgeingWord request={request} /> },
    {
      key: 'patient',
      head: t('column.patient'),
      names: true,
      cell: ({ patient }) =>
        patient ? (
          <span className={styles.cut}>
            {patient.bed && <b>{patient.bed} </b>}
            <PatientName patient={patient} />{' '}
            <span className={styles.quiet}>{patient.mrn ?? patient.downtimeNumber}</span>
          </span>
        ) : (
          t('patient.unknown')
        ),
    },
    {
      key: 'tests',
      head: t('column.tests'),
      cell: ({ request }) => (
        <span className={styles.cut}>
          <b>{request.priorityLabel}</b> {testsText(request) || t(`department.${request.kind.department}`)}
        </span>
      ),
    },
    {
      key: 'stage',
      head: t('column.stage'),
      width: '150px',
      cell: ({ request }) => (
        <span className={styles.nowrap}>
          {t(`stage.${request.stage}`)}{' '}
          <span className={styles.quiet}>{clockOf(request.last?.occurredAt ?? request.requestedAt)}</span>
        </span>
      ),
    },
    ...(narrow
      ? []
      : [
          {
            key: 'serial',
            head: t('column.serial'),
            width: '150px',
            cell: ({ request }: RequestRow) => <span className={styles.nowrap}>{request.serial}</span>,
          },
        ]),
  ];
}
