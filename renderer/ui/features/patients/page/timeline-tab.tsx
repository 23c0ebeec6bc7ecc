import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsedMs } from '../../../../domain/basics/time';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBoxState, useNow } from '../../../box/box-context';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { clockOf, useTimeWords } from '../../../strings/time-words';
import styles from './page.module.css';
import { timelineOf } from './timeline';

const LATE_MS = 5 * 60_000;

/** What happened here, by true time; what was written later says so. */
export function TimelineTab({ patient }: { readonly patient: BoardPatient }) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const forms = useBoxState((state) => state.world.forms);
  const sheets = useBoxState((state) => state.world.serials.sheets);
  const people = useBoxState((state) => state.vault?.people);
  const lines = useMemo(
    () =>
      timelineOf(
        patient,
        [...forms.bySerial.values()].filter((form) => form.patient === patient.id),
        Object.values(sheets).filter((sheet) => sheet.patient === patient.id),
        t,
      ),
    [patient, forms, sheets, t],
  );
  if (lines.length === 0) {
    return (
      <EmptyState icon="history" title={t('time.noneTitle')}>
        {t('time.noneText')}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.timeline} aria-label={t('page.tab.timeline')}>
      {lines.map((line) => {
        const who = people?.find((one) => one.id === line.by)?.name;
        const late = Math.abs(elapsedMs(line.at, line.writtenAt)) > LATE_MS;
        return (
          <li key={line.key}>
            <b className={styles.when}>{words.moment(line.at, now)}</b>
            <span>{line.text}</span>
            <span className={styles.source}>
              {[who, late && t('time.late', { time: clockOf(line.writtenAt) })].filter(Boolean).join(' · ')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
