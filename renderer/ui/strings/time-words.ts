import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate, elapsedMs, type Instant } from '../../domain/basics/time';

const MINUTE = 60_000;

/** The ward clock's hours and minutes, 24 h, as written in the instant itself: no time zone arithmetic on screen. */
export function clockOf(instant: Instant): string {
  return instant.slice(11, 16);
}

/** Hours, minutes and seconds. */
export function clockWithSeconds(instant: Instant): string {
  return instant.slice(11, 19);
}

/** Minutes and seconds left, `03:55`; above an hour `1:03:55`. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const mmss = `${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${mmss}` : mmss;
}

/** Time in words people say on a ward. */
export interface TimeWords {
  /** `2 h 26 min` */
  duration(ms: number): string;
  /** `2 h 26 min old` */
  age(from: Instant, now: Instant): string;
  /** `14-Aug-1980`, `Aug-1980` or `1980`: month in letters, so that 03-04 is never misread (NHS CUI). */
  date(date: CalendarDate): string;
  /** `06:55` today, else `06:55 yesterday`, else `06:55 14-Aug-2026`. */
  moment(instant: Instant, now: Instant): string;
}

function dayNumber(instant: Instant): number {
  return Math.floor(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

/** The words of one language. */
export function timeWords(t: TFunction<'time'>): TimeWords {
  const months = t('months').split(',');
  const duration = (ms: number): string => {
    const all = Math.floor(Math.abs(ms) / MINUTE);
    if (all < 1) return t('lessThanMinute');
    const hours = Math.floor(all / 60);
    const minutes = all % 60;
    if (hours === 0) return t('minutes', { minutes });
    if (hours >= 48) return t('days', { days: Math.floor(hours / 24), hours: hours % 24 });
    return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes });
  };
  const date = (value: CalendarDate): string => {
    const [year = '', month, day] = value.slice(0, 10).split('-');
    return [day, month && months[Number(month) - 1], year].filter(Boolean).join('-');
  };
  return {
    duration,
    date,
    age: (from, now) => t('old', { age: duration(Math.max(0, elapsedMs(from, now))) }),
    moment: (instant, now) => {
      const apart = dayNumber(now) - dayNumber(instant);
      const time = clockOf(instant);
      if (apart === 0) return time;
      const day = apart === 1 ? t('yesterday') : apart === -1 ? t('tomorrow') : date(instant);
      return t('timeOnDay', { time, day });
    },
  };
}

/** Time words in the language on screen. */
export function useTimeWords(): TimeWords {
  const { t } = useTranslation('time');
  return useMemo(() => timeWords(t), [t]);
}
