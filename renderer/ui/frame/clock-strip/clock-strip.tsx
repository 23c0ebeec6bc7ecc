import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsedMs, type Instant } from '../../../domain/basics/time';
import { clockText } from '../../../domain/outage/duration-text';
import { Icon, type IconName } from '../../components/icon/icon';
import { Kbd } from '../../components/kbd/kbd';
import { clockOf, clockWithSeconds, useTimeWords } from '../../strings/time-words';
import styles from './clock-strip.module.css';

/** What the strip says about the event. */
export type StripEvent =
  | { readonly kind: 'up'; readonly since: Instant | null }
  | { readonly kind: 'down' | 'drill'; readonly since: Instant };

/** What the strip says about the snapshot. `unknown` before anybody could know. */
export type StripSnapshot =
  | { readonly kind: 'as-of'; readonly asOf: Instant; readonly age: 'fresh' | 'stale' | 'old' }
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' };

/** The strip on top of every screen: is it down, since when, where am I, how old is what I see, what is next, who am I. */
export interface ClockStripProps {
  readonly now: Instant;
  readonly event: StripEvent;
  readonly ward: string | null;
  readonly workstation: string | null;
  readonly snapshot: StripSnapshot;
  readonly nextDue: {
    readonly text: string;
    readonly dueAt: Instant;
    readonly late: boolean;
    readonly href: string;
  } | null;
  readonly user: string | null;
  readonly userHref: string | null;
  readonly helpHref: string;
  readonly night: boolean;
  readonly onNight: () => void;
  readonly onLock: () => void;
}

/** Draws the strip. The clock is a timer region that never speaks by itself. */
export function ClockStrip(props: ClockStripProps) {
  const { t } = useTranslation('frame');
  return (
    <header
      className={styles.strip}
      data-region="strip"
      tabIndex={-1}
      aria-label={t('strip.label')}
      data-busy={props.nextDue !== null || undefined}
    >
      <EventBlock event={props.event} now={props.now} />
      {props.ward && (
        <Cell icon="place">
          <b>{t('strip.ward', { ward: props.ward })}</b>
          {props.workstation && props.event.kind === 'up' && <span className={styles.extra}>{props.workstation}</span>}
        </Cell>
      )}
      <SnapshotCell snapshot={props.snapshot} now={props.now} />
      {props.nextDue && (
        <a
          className={styles.cell}
          data-late={props.nextDue.late || undefined}
          href={props.nextDue.href}
          aria-keyshortcuts="F8"
        >
          <Icon name={props.nextDue.late ? 'warning' : 'clock'} />
          <span className={styles.next}>
            {t(props.nextDue.late ? 'strip.late' : 'strip.next')}{' '}
            <b>
              {clockOf(props.nextDue.dueAt)} {props.nextDue.text}
            </b>
          </span>
          <Kbd>F8</Kbd>
        </a>
      )}
      <span className={styles.space} />
      {props.userHref && (
        <a className={styles.cell} href={props.userHref}>
          <Icon name={props.user ? 'user' : 'lock'} />
          {props.user ? (
            <b className={styles.user}>{props.user}</b>
          ) : (
            <span className={styles.user}>{t('strip.nobody')}</span>
          )}
        </a>
      )}
      {props.user && (
        <button
          type="button"
          className={styles.cell}
          aria-label={t('strip.lock')}
          title={t('strip.lock')}
          onClick={props.onLock}
        >
          <Icon name="lock" />
        </button>
      )}
      <button
        type="button"
        className={styles.cell}
        aria-label={t('strip.night')}
        title={t('strip.night')}
        aria-pressed={props.night}
        onClick={props.onNight}
      >
        <Icon name={props.night ? 'sun' : 'moon'} />
      </button>
      <a className={styles.cell} href={props.helpHref} aria-keyshortcuts="F1">
        <Icon name="help" />
        <span className={styles.help}>{t('strip.help')}</span>
        <Kbd>F1</Kbd>
      </a>
      <time className={styles.clock} role="timer" aria-live="off" aria-label={t('strip.clock')} dateTime={props.now}>
        {clockWithSeconds(props.now)}
      </time>
    </header>
  );
}

function EventBlock({ event, now }: { readonly event: StripEvent; readonly now: Instant }) {
  const { t } = useTranslation('frame');
  const since = event.since && <span className={styles.since}>{t('strip.since', { time: clockOf(event.since) })}</span>;
  if (event.kind === 'up') {
    return (
      <div className={styles.event} data-kind="up" role="status">
        <Icon name="done" />
        <b>{t('strip.up')}</b>
        {since}
      </div>
    );
  }
  return (
    <div className={styles.event} data-kind={event.kind} role="timer" aria-live="off" aria-label={t('strip.state')}>
      <Icon name={event.kind === 'drill' ? 'drill' : 'critical'} />
      <b>
        {t(event.kind === 'drill' ? 'strip.drill' : 'strip.down', { clock: clockText(elapsedMs(event.since, now)) })}
      </b>
      {since}
    </div>
  );
}

function SnapshotCell({ snapshot, now }: { readonly snapshot: StripSnapshot; readonly now: Instant }) {
  const { t } = useTranslation('frame');
  const words = useTimeWords();
  if (snapshot.kind === 'hidden') return null;
  if (snapshot.kind === 'unknown') return <Cell icon="data">{t('strip.snapshotLocked')}</Cell>;
  if (snapshot.kind === 'none') return <Cell icon="data">{t('strip.noSnapshot')}</Cell>;
  return (
    <Cell icon={snapshot.age === 'old' ? 'warning' : 'data'} age={snapshot.age}>
      <span className={styles.long}>{t('strip.dataAsAt')}</span>
      <span className={styles.short}>{t('strip.data')}</span> <b>{words.moment(snapshot.asOf, now)}</b>{' '}
      <span>({words.age(snapshot.asOf, now)})</span>
    </Cell>
  );
}

function Cell({
  icon,
  age,
  children,
}: {
  readonly icon: IconName;
  readonly age?: 'fresh' | 'stale' | 'old';
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.cell} data-age={age}>
      <Icon name={icon} />
      <span className={styles.words}>{children}</span>
    </div>
  );
}
