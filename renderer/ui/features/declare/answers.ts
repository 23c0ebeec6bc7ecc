import type { Instant } from '../../../domain/basics/time';
import type { OutageKind, SystemName } from '../../../domain/outage/entries';
import type { IconName } from '../../components/icon/icon';

/** What somebody at the PC can see is wrong, before anybody knows more. */
export type Scope = 'ehr' | 'medicines' | 'network' | 'slow';

/** A scope as the event writes it. */
export const SCOPES: readonly { readonly id: Scope; readonly icon: IconName; readonly kind: OutageKind; readonly systems: readonly SystemName[] }[] = [
  { id: 'ehr', icon: 'system', kind: 'unplanned', systems: ['ehr'] },
  { id: 'medicines', icon: 'pill', kind: 'partial', systems: ['orders', 'mar-cabinet'] },
  { id: 'network', icon: 'network', kind: 'unplanned', systems: ['ehr', 'network'] },
  { id: 'slow', icon: 'slow', kind: 'slow', systems: ['ehr'] },
];

/** How the page was opened: in earnest, for practice, or because it was announced. */
export type Occasion = 'now' | 'drill' | 'planned';

/** Which kind of event the answers make. */
export function kindOf(occasion: Occasion, scope: Scope): OutageKind {
  if (occasion !== 'now') return occasion;
  return SCOPES.find((one) => one.id === scope)?.kind ?? 'unplanned';
}

/** A time of day as an instant of today, or of yesterday when that hour has not come yet today. */
export function lastTimeOfDay(hhmm: string, now: Instant): Instant {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  const today = `${now.slice(0, 10)}T${hhmm}:00.000${offset}`;
  if (Date.parse(today) <= Date.parse(now)) return today;
  const day = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return `${day}T${hhmm}:00.000${offset}`;
}
