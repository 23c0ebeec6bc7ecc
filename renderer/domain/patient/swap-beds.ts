import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { movePatient, type PatientRefusal, type PatientScene } from './commands';

/** Two patients change beds at one time: both movements are written together, or none. */
export function swapBeds(
  scene: PatientScene,
  input: { readonly patient: string; readonly with: string; readonly occurredAt: Instant },
  context: CommandContext,
): Result<NewEntry[], PatientRefusal> {
  const one = scene.board.find((patient) => patient.id === input.patient);
  const other = scene.board.find((patient) => patient.id === input.with);
  if (!one || !other || one.id === other.id) return refuse({ code: 'unknown-patient' });
  // A swap without two beds is a transfer: somebody would end up nowhere.
  if (!one.bed || !other.bed) return refuse({ code: 'ward-missing' });
  const entries: NewEntry[] = [];
  for (const [who, place] of [
    [one, other],
    [other, one],
  ] as const) {
    const moved = movePatient(
      scene,
      {
        patient: who.id,
        kind: 'transferred',
        occurredAt: input.occurredAt,
        bedShared: true,
        ...(place.ward === undefined ? {} : { ward: place.ward }),
        ...(place.bed === undefined ? {} : { bed: place.bed }),
      },
      context,
    );
    if (!moved.ok) return moved;
    entries.push(...moved.value);
  }
  return ok(entries);
}
