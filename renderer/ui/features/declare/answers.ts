import type { OutagePreset } from '../../../app/library';
import type { Instant } from '../../../domain/basics/time';
import type { OutageKind } from '../../../domain/outage/entries';
import type { IconName } from '../../components/icon/icon';

/** How the page was opened: in earnest, for practice, or because it was announced. */
export type Occasion = 'now' | 'drill' | 'planned';

const ICONS: Readonly<Record<string, IconName>> = {
  'whole-ehr': 'system',
  medicines: 'pill',
  network: 'network',
  slow: 'slow',
};

/** The shape of a preset; a site's own gets the alarm. */
export function presetIcon(id: string): IconName {
  return ICONS[id] ?? 'critical';
}

/** What can be answered: the planned preset is an occasion of its own, not one more thing that is down. */
export function presetsFor(presets: readonly OutagePreset[]): readonly OutagePreset[] {
  return presets.filter((preset) => preset.kind !== 'planned');
}

/** Which kind of event the answers make. */
export function kindOf(occasion: Occasion, preset: Pick<OutagePreset, 'kind'> | undefined): OutageKind {
  return occasion === 'now' ? (preset?.kind ?? 'unplanned') : occasion;
}

/** A time of day as an instant of today, or of yesterday when that hour has not come yet today. */
export function lastTimeOfDay(hhmm: string, now: Instant): Instant {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  const today = `${now.slice(0, 10)}T${hhmm}:00.000${offset}`;
  if (Date.parse(today) <= Date.parse(now)) return today;
  const day = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return `${day}T${hhmm}:00.000${offset}`;
}
