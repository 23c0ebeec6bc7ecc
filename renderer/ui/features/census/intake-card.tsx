import { useTranslation } from 'react-i18next';
import type { IntakeReport, IntakeState } from '../../../app/intake-port';
import { onWardClock } from '../../../app/ward-clock';
import { useBoxState, useNow } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { useTimeWords } from '../../strings/time-words';
import census from '../../strings/en/census.json';
import styles from './census.module.css';
import { ProblemList } from './problem-list';

/** What comes in by itself: folder and feed of the policy, when they last brought something, and what was refused. */
export function IntakeCard() {
  const { t } = useTranslation('census');
  const intake = useBoxState((state) => state.intake);
  const reports = useBoxState((state) => state.intakeReports);
  if (!intake?.folder && !intake?.feed && reports.length === 0) return null;
  return (
    <section className={styles.intake} aria-labelledby="census-intake">
      <h2 id="census-intake">{t('intake.title')}</h2>
      <ul className={styles.list}>
        {intake?.folder && <FolderLine folder={intake.folder} />}
        {intake?.feed && <FeedLine feed={intake.feed} lastAt={intake.lastAt} />}
        {intake && intake.waiting > 0 && (
          <li data-icon="info">
            <Icon name="info" size={20} />
            <span>{t('intake.waiting', { count: intake.waiting })}</span>
          </li>
        )}
      </ul>
      {reports.length > 0 && (
        <>
          <h3>{t('intake.last')}</h3>
          <ul className={styles.list}>
            {reports.slice(0, 10).map((report, at) => (
              <ReportLine key={`${report.at}-${at}`} report={report} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FolderLine({ folder }: { readonly folder: NonNullable<IntakeState['folder']> }) {
  const { t } = useTranslation('census');
  const moment = useMoment();
  const bad = folder.unreachableSince ?? folder.problem;
  const icon = bad === null ? 'check' : 'critical';
  return (
    <li data-icon={icon}>
      <Icon name={icon} size={20} />
      <span>
        <b>{t('intake.folder', { path: folder.path })}</b>{' '}
        {folder.lastAt === null ? t('intake.never') : t('intake.lastAt', { time: moment(folder.lastAt) })}{' '}
        {folder.unreachableSince !== null && t('intake.unreachable', { time: moment(folder.unreachableSince) })}
        {folder.problem !== null && t('intake.notKept')}
      </span>
    </li>
  );
}

function FeedLine({
  feed,
  lastAt,
}: {
  readonly feed: NonNullable<IntakeState['feed']>;
  readonly lastAt: string | null;
}) {
  const { t } = useTranslation('census');
  const moment = useMoment();
  const icon = feed.listening ? 'check' : 'critical';
  return (
    <li data-icon={icon}>
      <Icon name={icon} size={20} />
      <span>
        <b>{t('intake.feed', { address: feed.address, port: feed.port })}</b>{' '}
        {feed.listening ? t('intake.counts', { taken: feed.taken, refused: feed.refused }) : t('intake.notListening')}{' '}
        {lastAt !== null && t('intake.lastAt', { time: moment(lastAt) })}
      </span>
    </li>
  );
}

function ReportLine({ report }: { readonly report: IntakeReport }) {
  const { t } = useTranslation('census');
  const moment = useMoment();
  const icon = report.patients === null ? 'critical' : report.refused.length > 0 ? 'warning' : 'check';
  return (
    <li data-icon={icon}>
      <Icon name={icon} size={20} />
      <div>
        <b>{moment(report.at)}</b> {report.files.length === 0 ? t('intake.fromFeed') : report.files.join(', ')}{' '}
        {report.patients === null ? t('intake.refused') : t('intake.taken', { count: report.patients })}
        <ReasonOf report={report} />
        {report.refused.length > 1 && (
          <details>
            <summary>{t('intake.more')}</summary>
            <ProblemList refused={report.refused} warnings={[]} />
          </details>
        )}
      </div>
    </li>
  );
}

function ReasonOf({ report }: { readonly report: IntakeReport }) {
  const { t } = useTranslation('census');
  const [first] = report.refused;
  if (first === undefined) return null;
  const words =
    first.code in census.intake.why ? t(`intake.why.${first.code as keyof typeof census.intake.why}`) : first.message;
  return <span> {words}</span>;
}

/** Times of the shell are UTC; the words are those of the ward's clock. */
function useMoment(): (instant: string) => string {
  const words = useTimeWords();
  const now = useNow('minute');
  return (instant) => words.moment(onWardClock(instant, now), now);
}
