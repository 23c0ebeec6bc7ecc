import type { CalendarDate, Instant } from '../basics/time';
import { daysInMonth } from './birth-date';

/** Whole years, months and days between a birth date and the date of an instant as the ward's calendar shows it. */
export interface Age {
  readonly years: number;
  /** Beyond whole years; missing when the birth date is only a year. */
  readonly months?: number;
  /** Beyond whole months; missing when the birth date has no day. */
  readonly days?: number;
  /** All days since birth; missing when the birth date has no day. */
  readonly totalDays?: number;
}

/** The age at an instant; undefined when born after it. The local date inside the instant counts, not UTC. */
export function ageAt(birthDate: CalendarDate, at: Instant): Age | undefined {
  const [year = 0, month, day] = birthDate.split('-').map(Number);
  const [nowYear = 0, nowMonth = 1, nowDay = 1] = at.slice(0, 10).split('-').map(Number);
  if (month === undefined) return year > nowYear ? undefined : { years: nowYear - year };
  if (day === undefined) {
    const all = (nowYear - year) * 12 + nowMonth - month;
    return all < 0 ? undefined : { years: Math.floor(all / 12), months: all % 12 };
  }
  // Somebody born on 29 February has their birthday on 1 March in other years, as most registers hold it.
  const totalDays = (Date.UTC(nowYear, nowMonth - 1, nowDay) - Date.UTC(year, month - 1, day)) / 86_400_000;
  if (totalDays < 0) return undefined;
  const whole = nowDay >= day ? 0 : 1;
  const all = (nowYear - year) * 12 + nowMonth - month - whole;
  const anchorMonth = nowMonth - whole;
  const lastMonthDays = daysInMonth(anchorMonth < 1 ? nowYear - 1 : nowYear, anchorMonth < 1 ? 12 : anchorMonth);
  const days = whole === 0 ? nowDay - day : Math.max(0, lastMonthDays - day) + nowDay;
  return { years: Math.floor(all / 12), months: all % 12, days, totalDays };
}

/**
 * The age as a nurse says it (NHS Common User Interface): days under 4 weeks, weeks and days under 1 year, months
 * under 2 years, years and months under 18, then years. Partly known birth dates say "about".
 */
export function ageText(
  who: { readonly birthDate?: CalendarDate; readonly ageEstimateYears?: number },
  at: Instant,
): string {
  if (who.birthDate === undefined)
    return who.ageEstimateYears === undefined ? 'Age not known' : `about ${who.ageEstimateYears} y`;
  const age = ageAt(who.birthDate, at);
  if (age === undefined) return 'Age not known';
  if (age.totalDays === undefined) {
    if (age.months !== undefined && age.years < 2) return `about ${age.years * 12 + age.months} m`;
    return `about ${age.years} y`;
  }
  if (age.totalDays < 28) return `${age.totalDays} d`;
  if (age.years < 1) {
    const days = age.totalDays % 7;
    return `${Math.floor(age.totalDays / 7)} w${days === 0 ? '' : ` ${days} d`}`;
  }
  const months = age.months ?? 0;
  if (age.years < 2) return `${age.years * 12 + months} m`;
  if (age.years < 18) return `${age.years} y${months === 0 ? '' : ` ${months} m`}`;
  return `${age.years} y`;
}
