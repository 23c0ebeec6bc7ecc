import { createBox } from '../../renderer/app/create-box';
import type { Box } from '../../renderer/app/box';
import type { PortFailureCode } from '../../renderer/app/ports';
import type { Library } from '../../renderer/app/library';
import type { Instant } from '../../renderer/domain/basics/time';
import type { Snapshot } from '../../renderer/domain/patient/patient';
import { createMemoryPorts, type MemoryWorld } from './memory-ports';
import { SAMPLE_LIBRARY } from './sample-library';
import { WARD_7B } from './ward-7b';

/** The morning of the pictures. */
export const MORNING: Instant = '2026-11-22T07:41:05.000+01:00';
/** When the EHR stopped that morning. */
export const STOPPED: Instant = '2026-11-22T05:27:00.000+01:00';

/** The real box over ports in memory: rules and folds are the product's own, only disk and shell are not. */
export interface TestBox {
  readonly box: Box & { open(): Promise<void> };
  readonly world: MemoryWorld;
}

/** How far a test box has come. */
export interface TestBoxState {
  readonly now?: Instant;
  readonly setUp?: boolean;
  readonly signedIn?: boolean;
  readonly snapshotAsOf?: Instant;
  readonly library?: Library;
  readonly settings?: Record<string, unknown>;
  /** The data does not open. */
  readonly failOpen?: PortFailureCode;
}

/** The ward of 24 invented patients as a snapshot. */
export function wardSnapshot(asOf: Instant): Snapshot {
  return {
    id: 'snapshot-1',
    asOf,
    importedAt: asOf,
    source: 'Ward 7B census',
    known: Object.fromEntries(WARD_7B.map((row, index) => [row.mrn, `patient-${index + 1}`])),
    patients: WARD_7B.map((row, index) => ({
      id: `patient-${index + 1}`,
      family: row.family,
      given: row.given,
      birthDate: row.born,
      sex: row.sex === 'M' ? 'male' : 'female',
      mrn: row.mrn,
      ward: '7B',
      bed: row.bed.replace(/^7B-/, ''),
      allergyStatus:
        row.allergies === '' ? 'not-in-snapshot' : /^(NKDA|None known)$/.test(row.allergies) ? 'none-known' : 'listed',
      allergies: /^(|NKDA|None known)$/.test(row.allergies)
        ? []
        : row.allergies.split('; ').map((one) => ({ substance: one.replace(/ \(.*/, '').toUpperCase() })),
    })),
  };
}

/** Opens a box: by default set up for Ward 7B with three people, nobody signed in, the EHR up. */
export async function openTestBox(state: TestBoxState = {}): Promise<TestBox> {
  const world = createMemoryPorts(state.now ?? MORNING);
  if (state.setUp !== false) {
    world.vault = { site: 'St Anne', ward: '7B', workstation: 'WS-7B-02' };
    world.people.push(
      { id: 'm', name: 'R. Haile', role: 'manager', hasPin: false },
      { id: 'am', name: 'A. Moreau', role: 'nurse-in-charge', hasPin: true },
      { id: 'jk', name: 'J. Kowalski', role: 'nurse', hasPin: true },
    );
    world.secrets.set('m', 'correct horse battery').set('am', '418207').set('jk', '730195');
  }
  if (state.snapshotAsOf) world.snapshot = wardSnapshot(state.snapshotAsOf);
  world.failOpen = state.failOpen ?? null;
  Object.assign(world.settings, state.settings);
  const box = createBox(world.ports, async () => state.library ?? SAMPLE_LIBRARY);
  await box.open().catch(() => undefined);
  if (state.signedIn) await box.signIn({ person: 'am', secret: '418207', kind: 'pin' });
  return { box, world };
}

/** Declares the outage of the pictures on Ward 7B and opens the nurse in charge's card. */
export async function declareMorningOutage(
  { box, world }: TestBox,
  kind: 'unplanned' | 'drill' = 'unplanned',
): Promise<string> {
  const now = world.clock.now();
  world.clock.set(STOPPED);
  const declared = await box.outage.declare({ kind, systems: ['ehr'], ward: '7B', since: STOPPED });
  const outage = declared.ok ? (declared.value[0]?.book ?? '') : '';
  const checklist = box.state.get().library.checklists[0]?.id ?? '';
  await box.checklists.start({ outage, ward: '7B', checklist });
  await box.saveSettings({ role: checklist });
  world.clock.set(now);
  return outage;
}

/** Ticks what a good morning has ticked by 07:41: the first phases but for two steps, and the first hourly rounds. */
export async function workThroughMorning({ box, world }: TestBox, outage: string): Promise<void> {
  const now = world.clock.now();
  const card = box.state.get().library.checklists[0];
  const at = (minutes: number): Instant =>
    new Date(Date.parse(STOPPED) + minutes * 60_000 + 3_600_000).toISOString().replace('Z', '+01:00');
  const tick = async (step: string, round: number, minutes: number): Promise<void> => {
    world.clock.set(at(minutes));
    await box.checklists.complete({ outage, ward: '7B', checklist: card?.id ?? '', step, round, evidence: '24' });
  };
  for (const phase of card?.phases ?? []) {
    if (phase.id === 'first-15') for (const [index, step] of phase.steps.entries()) await tick(step.id, 1, index + 1);
    if (phase.id === 'first-hour')
      for (const [index, step] of phase.steps.slice(0, -2).entries()) await tick(step.id, 1, 16 + index * 6);
    if (phase.id === 'during')
      for (const step of phase.steps.slice(1)) for (const round of [1, 2]) await tick(step.id, round, 60 * round + 5);
  }
  world.clock.set(now);
}
