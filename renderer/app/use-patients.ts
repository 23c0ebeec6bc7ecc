import type { Result } from '../domain/basics/result';
import type { Entry } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import {
  addPatient,
  linkPatient,
  movePatient,
  type PatientRefusal,
  type PatientScene,
  unlinkPatient,
  updatePatient,
} from '../domain/patient/commands';
import { swapBeds } from '../domain/patient/swap-beds';
import { workstationCode } from '../domain/patient/downtime-number';
import { patientsNamed, wardBoard } from '../domain/patient/projection';
import type { Core } from './core';
import type { World } from './world';

type Outcome = Promise<Result<readonly Entry[], PatientRefusal>>;

/** Who is here: the board, and what happens to the people on it. Needs a sign-in. */
export interface PatientUse {
  /** Every patient of the snapshot with this outage's facts on top, and everyone who came after. Same array while nothing changed. */
  board(): readonly BoardPatient[];
  snapshotAsOf(): string | undefined;
  /** By opaque id, MRN or downtime number; several when an MRN is claimed twice. */
  named(name: string): readonly BoardPatient[];
  add(input: Parameters<typeof addPatient>[1]): Outcome;
  update(input: Parameters<typeof updatePatient>[1]): Outcome;
  move(input: Parameters<typeof movePatient>[1]): Outcome;
  /** Two patients change beds; both movements or none. */
  swap(input: Parameters<typeof swapBeds>[1]): Outcome;
  link(input: Parameters<typeof linkPatient>[1]): Outcome;
  unlink(input: Parameters<typeof unlinkPatient>[1]): Outcome;
}

/** Makes the use-cases of patients. */
export function createPatientUse(core: Core): PatientUse {
  const boardOf = createBoardMemo(core);
  const scene = (world: World): PatientScene => ({
    state: world.patients,
    board: boardOf(world),
    outage: currentOutage(world.outages)?.id,
    workstation: workstationCode(core.state.get().vault?.workstation ?? ''),
  });
  return {
    board: () => boardOf(core.state.get().world),
    snapshotAsOf: () => core.state.get().snapshot?.asOf,
    named: (name) => patientsNamed(boardOf(core.state.get().world), name),
    add: (input) => core.run((world, context) => addPatient(scene(world), input, context)),
    update: (input) => core.run((world, context) => updatePatient(scene(world), input, context)),
    move: (input) => core.run((world, context) => movePatient(scene(world), input, context)),
    swap: (input) => core.run((world, context) => swapBeds(scene(world), input, context)),
    link: (input) => core.run((world, context) => linkPatient(scene(world), input, context)),
    unlink: (input) => core.run((world, context) => unlinkPatient(scene(world), input, context)),
  };
}

/** The board, computed once per change of what it is made of: 5,000 patients are not folded on every key. */
function createBoardMemo(core: Core): (world: World) => readonly BoardPatient[] {
  let last:
    | { patients: unknown; snapshot: unknown; outage: string | undefined; board: readonly BoardPatient[] }
    | undefined;
  return (world) => {
    const snapshot = core.state.get().snapshot ?? undefined;
    const outage = currentOutage(world.outages)?.id;
    if (!last || last.patients !== world.patients || last.snapshot !== snapshot || last.outage !== outage)
      last = { patients: world.patients, snapshot, outage, board: wardBoard(world.patients, snapshot, outage) };
    return last.board;
  };
}
