import type { Result } from '../domain/basics/result';
import {
  changeSystem,
  closeOutage,
  declareOutage,
  endOutage,
  joinOutage,
  logIncident,
  type OutageRefusal,
  resumeOutage,
  updateOutage,
} from '../domain/outage/commands';
import type { Entry } from '../domain/ledger/entry';
import type { Core } from './core';

type Input<F extends (state: never, input: never, context: never) => unknown> = Parameters<F>[1];
type Outcome = Promise<Result<readonly Entry[], OutageRefusal>>;

/** The event: declared, joined, ended; its log and its scope matrix. Needs no sign-in but for the log. */
export interface OutageUse {
  declare(input: Input<typeof declareOutage>): Outcome;
  join(input: Input<typeof joinOutage>): Outcome;
  end(input: Input<typeof endOutage>): Outcome;
  resume(input: Input<typeof resumeOutage>): Outcome;
  changeSystem(input: Input<typeof changeSystem>): Outcome;
  update(input: Input<typeof updateOutage>): Outcome;
  log(input: Input<typeof logIncident>): Outcome;
  close(input: Input<typeof closeOutage>): Outcome;
}

/** Makes the use-cases of the event. */
export function createOutageUse(core: Core): OutageUse {
  return {
    declare: (input) => core.run((world, context) => declareOutage(world.outages, input, context)),
    join: (input) => core.run((world, context) => joinOutage(world.outages, input, context)),
    end: (input) => core.run((world, context) => endOutage(world.outages, input, context)),
    resume: (input) => core.run((world, context) => resumeOutage(world.outages, input, context)),
    changeSystem: (input) => core.run((world, context) => changeSystem(world.outages, input, context)),
    update: (input) => core.run((world, context) => updateOutage(world.outages, input, context)),
    log: (input) => core.run((world, context) => logIncident(world.outages, input, context)),
    close: (input) => core.run((world, context) => closeOutage(world.outages, input, context)),
  };
}
