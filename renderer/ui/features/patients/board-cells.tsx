import type { TFunction } from 'i18next';
import type { Instant } from '../../../domain/basics/time';
import { elapsedMs } from '../../../domain/basics/time';
import { ageText } from '../../../domain/patient/age';
import type { BoardPatient } from '../../../domain/patient/board';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { clockOf, type TimeWords } from '../../strings/time-words';
import { type BoardRow, oldestOf } from './board-rows';
import styles from './board.module.css';

/** What cells need besides their row. */
export interface CellWords {
  readonly t: TFunction<'patients'>;
  readonly words: TimeWords;
  readonly now: Instant;
}

/** FAMILY, Given; a free bed says since when and who went. */
export function nameCell(row: BoardRow, { t }: CellWords) {
  if (!row.vacated) return <PatientName patient={row.patient} />;
  const who = row.patient.family || row.patient.alias || '';
  return (
    <span className={styles.vacated}>
      {t('board.vacated', {
        time: row.patient.movedAt ? clockOf(row.patient.movedAt) : '',
        name: who.toLocaleUpperCase('und'),
        how: t(`presence.${row.patient.presence}`),
      })}
    </span>
  );
}

/** Born, age, sex; what is not known is said. */
export function bornCell({ patient, vacated }: BoardRow, { t, words, now }: CellWords) {
  if (vacated) return null;
  const sex = patient.sex ? t(`sexShort.${patient.sex}`) : '';
  if (patient.birthDate === undefined)
    return patient.ageEstimateYears === undefined ? (
      <span className={styles.unknown}>{t('board.bornNotKnown')}</span>
    ) : (
      `${ageText(patient, now)} ${sex}`
    );
  return (
    <>
      {words.date(patient.birthDate)}{' '}
      <span className={styles.quiet}>
        {ageText(patient, now).replace(/ y$/, '')} {sex}
      </span>
    </>
  );
}

/** MRN, or the downtime number in bold until a link is made. */
export function numberCell({ patient, vacated }: BoardRow, { t }: CellWords) {
  if (vacated) return null;
  if (patient.downtimeNumber && !patient.mrn) return <b className={styles.number}>{patient.downtimeNumber}</b>;
  return patient.mrn ?? <span className={styles.unknown}>{t('board.notKnown')}</span>;
}

/** Allergies in words; an exception has a frame. */
export function allergyCell({ patient, vacated }: BoardRow, { t }: CellWords) {
  if (vacated) return null;
  switch (patient.allergyStatus) {
    case 'listed':
      return (
        <span className={styles.tag} data-tone="critical">
          {patient.allergies.map((one) => one.substance.toLocaleUpperCase('und')).join(', ')}
        </span>
      );
    case 'none-known':
      return t('allergy.noneKnown');
    case 'unable-to-obtain':
      return (
        <span className={styles.tag} data-tone="warning">
          {t('allergy.unableToObtain')}
        </span>
      );
    case 'not-in-snapshot':
      return (
        <span className={styles.tag} data-tone="warning">
          {t('allergy.notInSnapshot')}
        </span>
      );
  }
}

/** Early warning score with its time; grey when it is the snapshot's. */
export function newsCell({ news, vacated }: BoardRow, { t }: CellWords) {
  if (vacated) return null;
  if (!news) return <span className={styles.missing}>{t('board.noScore')}</span>;
  return (
    <span data-from={news.from} className={styles.reading}>
      <b data-level={news.level}>{news.text}</b> {news.at && <small>{clockOf(news.at)}</small>}
    </span>
  );
}

/** Next medicines by the snapshot. */
export function doseCell({ dose, vacated }: BoardRow, { t, words }: CellWords) {
  if (vacated || !dose) return null;
  if (dose.inMs < 0) return <b>{t('board.dosePast', { time: clockOf(dose.at), ago: words.duration(dose.inMs) })}</b>;
  return (
    <span className={styles.quiet}>
      {dose.count > 1
        ? t('board.doses', { time: clockOf(dose.at), count: dose.count })
        : t('board.dose', { time: clockOf(dose.at) })}
    </span>
  );
}

/** What to know before walking up: a bed claimed twice, away, waiting, a like name, isolation. */
export function noteCell(row: BoardRow, { t, words, now }: CellWords) {
  const { patient } = row;
  if (row.vacated) return null;
  const notes: string[] = [];
  for (const other of row.bedWith) notes.push(t('note.bedWith', { name: nameOf(other) }));
  if (patient.presence === 'off-unit')
    notes.push(
      t('note.offUnit', {
        where: patient.moves.at(-1)?.to ?? '',
        time: patient.movedAt ? clockOf(patient.movedAt) : '',
      }),
    );
  const waiting = oldestOf(row.waiting);
  if (waiting)
    notes.push(
      t('note.waiting', {
        form: waiting.form,
        time: clockOf(waiting.since),
        ago: words.duration(elapsedMs(waiting.since, now)),
      }),
    );
  if (row.sameName.length > 0) notes.push(t('note.sameName', { beds: row.sameName.join(', ') }));
  const known = [patient.isolation, ...(patient.alerts ?? [])].filter(Boolean);
  return (
    <span className={styles.notes}>
      {notes.join(' · ')}
      {notes.length > 0 && known.length > 0 && ' · '}
      {known.length > 0 && <span className={styles.quiet}>{known.join(' · ')}</span>}
    </span>
  );
}

function nameOf({ family, alias }: BoardPatient): string {
  return (family || alias || '').toLocaleUpperCase('und');
}

/** Rows are tinted for what needs a person now: a score to escalate, or one bed with two people. */
export function toneOf(row: BoardRow): 'critical' | 'warning' | undefined {
  if (row.vacated) return undefined;
  if (row.news?.level === 'critical' || row.bedWith.length > 0) return 'critical';
  return row.news?.level === 'warning' ? 'warning' : undefined;
}
