import type { Result } from '../domain/basics/result';
import type { Instant } from '../domain/basics/time';
import type { SignedForm } from '../domain/form/forms-state';
import type { Entry } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import {
  callResult,
  cancelRequest,
  noteStep,
  undoStep,
  type StepInput,
  type TrackingRefusal,
} from '../domain/tracking/commands';
import { requestKindOf } from '../domain/tracking/request-kinds';
import { requestSheet, type RequestSheet } from '../domain/tracking/request-sheet';
import { siteLimits } from '../domain/tracking/site-limits';
import { byUrgency, trackRequest, type TrackedRequest } from '../domain/tracking/tracked-request';
import type { Core } from './core';
import { formOf, type Library } from './library';
import type { World } from './world';

type Outcome = Promise<Result<readonly Entry[], TrackingRefusal>>;
type ForOne = StepInput & { readonly serial: string };

/** Requests on their way to a result. Needs a sign-in. */
export interface TrackingUse {
  /** Requests of the running (or last) outage, the most urgent first. */
  list(now: Instant): readonly TrackedRequest[];
  /** One request by its serial, of any outage. */
  named(serial: string, now: Instant): TrackedRequest | undefined;
  note(input: ForOne & { readonly step: 'collected' | 'sent' | 'received' | 'resulted' }): Outcome;
  call(input: ForOne & { readonly givenBy: string; readonly readBack: boolean }): Outcome;
  cancel(input: ForOne & { readonly reason: string }): Outcome;
  /** The last step, or the one named. */
  undo(input: { readonly serial: string; readonly entry?: string }): Outcome;
}

/** Makes the use-cases of tracking. */
export function createTrackingUse(core: Core): TrackingUse {
  const sheetOf = createSheetMemo();
  const limitsNow = createLimitMemo(core);
  const tracked = (world: World, serial: string, now: Instant): TrackedRequest | undefined => {
    const form = world.forms.bySerial.get(serial);
    const sheet = form && sheetOf(form, core.state.get().library);
    return sheet && trackRequest(sheet, world.tracking, now, limitsNow());
  };
  return {
    list(now) {
      const { world, library } = core.state.get();
      const outage = currentOutage(world.outages)?.id;
      return [...world.forms.bySerial.values()]
        .flatMap((form) => {
          const sheet = form.book === outage ? sheetOf(form, library) : undefined;
          return sheet ? [trackRequest(sheet, world.tracking, now, limitsNow())] : [];
        })
        .toSorted(byUrgency);
    },
    named: (serial, now) => tracked(core.state.get().world, serial, now),
    note: ({ serial, ...input }) =>
      core.run((world, context) => noteStep(tracked(world, serial, context.now), input, context)),
    call: ({ serial, ...input }) =>
      core.run((world, context) => callResult(tracked(world, serial, context.now), input, context)),
    cancel: ({ serial, ...input }) =>
      core.run((world, context) => cancelRequest(tracked(world, serial, context.now), input, context)),
    undo: ({ serial, ...input }) =>
      core.run((world, context) => undoStep(tracked(world, serial, context.now), world.tracking, input, context)),
  };
}

/** The hospital's limits, put together once per change of the settings. */
function createLimitMemo(core: Core): () => ReturnType<typeof siteLimits> {
  let last: { readonly given: unknown; readonly limits: ReturnType<typeof siteLimits> } | undefined;
  return () => {
    const given = core.state.get().settings.ageingLimits;
    if (last?.given !== given) last = { given, limits: siteLimits(given) };
    return last?.limits ?? siteLimits(given);
  };
}

/** A signed form is read once, not each minute: the fold makes a new object when it changes. */
function createSheetMemo(): (form: SignedForm, library: Library) => RequestSheet | undefined {
  const sheets = new WeakMap<SignedForm, RequestSheet>();
  return (form, library) => {
    const known = sheets.get(form);
    if (known) return known;
    const kind = requestKindOf(form.form);
    const definition = kind && formOf(library, form.form, form.version);
    if (!kind || !definition) return undefined;
    const sheet = requestSheet(form, definition, kind);
    sheets.set(form, sheet);
    return sheet;
  };
}
