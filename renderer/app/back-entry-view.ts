import { backEntryItems } from '../domain/form/back-entry-items';
import type { SignedForm } from '../domain/form/forms-state';
import type { OutageState } from '../domain/outage/outage';
import { outageElapsedMs } from '../domain/outage/phases';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { BackEntryItem } from '../domain/reconciliation/back-entry-item';
import { chosenPolicy } from '../domain/reconciliation/back-entry-log';
import { downtimeNotes } from '../domain/reconciliation/downtime-note';
import { eventItems } from '../domain/reconciliation/event-items';
import { movementItems } from '../domain/reconciliation/movement-items';
import { applyPolicy, type ItemScene, type Policy } from '../domain/reconciliation/policy';
import { type Reconciliation, reconcile } from '../domain/reconciliation/queue';
import { sheetItems } from '../domain/reconciliation/sheet-items';
import type { Core } from './core';
import { formOf, type Library } from './library';
import type { World } from './world';

/** The queues as they follow from the ledger, and what they were made by. */
export interface BackEntryView {
  /** Undefined before the first outage. Same object while nothing changed. */
  of(world: World): Reconciliation | undefined;
  policy(world: World): Policy | undefined;
  /** Length of the outage in whole minutes, so that a running one does not build its queues anew at each look. */
  lengthMs(outage: OutageState): number;
}

/** Builds the queues once per change of what they are made of. */
export function createBackEntryView(core: Core, board: () => readonly BoardPatient[]): BackEntryView {
  const { state, ports } = core;
  const itemsOfForm = createFormMemo();
  let last: { readonly parts: readonly unknown[]; readonly view: Reconciliation } | undefined;

  const lengthMs = (outage: OutageState): number =>
    Math.floor(outageElapsedMs(outage, ports.clock.now()) / 60_000) * 60_000;

  const policy = (world: World): Policy | undefined => {
    const { library } = state.get();
    const outage = currentOutage(world.outages);
    const wanted = (outage && chosenPolicy(world.backEntry, outage.id)) ?? library.defaultPolicy;
    return library.policies.find((one) => one.id === wanted) ?? library.policies[0];
  };

  const sourcesOf = (world: World, outage: OutageState, library: Library): readonly BackEntryItem[] => {
    const ofForms: BackEntryItem[] = [];
    for (const form of world.forms.bySerial.values())
      if (form.book === outage.id) ofForms.push(...itemsOfForm(form, library));
    const titleOf = (id: string): string =>
      [...library.checklists, ...library.runbooks].find((one) => one.id === id)?.title ?? id;
    const items = [
      ...movementItems(world.entries, outage.id),
      ...ofForms,
      ...eventItems(world.entries, outage.id, titleOf),
      ...sheetItems(world.entries, outage),
    ];
    const { since, until } = outage;
    const told = { since, lastedMs: lengthMs(outage), ...(until === undefined ? {} : { until }) };
    return [...items, ...downtimeNotes(items, told)];
  };

  return {
    policy,
    lengthMs,
    of(world) {
      const outage = currentOutage(world.outages);
      if (!outage) return undefined;
      const { library } = state.get();
      const { forms, marks, patients, serials, tracking, runs, runbookRuns } = world;
      const rule = policy(world);
      const people = board();
      const parts = [
        outage,
        forms,
        marks,
        patients,
        serials,
        tracking,
        runs,
        runbookRuns,
        library,
        rule,
        people,
        lengthMs(outage),
      ];
      if (last && last.parts.every((part, i) => part === parts[i])) return last.view;
      const items = sourcesOf(world, outage, library);
      const settled = rule ? applyPolicy(items, rule, lengthMs(outage), scenes(people, outage)) : items;
      const view = reconcile({ id: outage.id, down: outage.stage === 'running' }, settled, marks);
      last = { parts, view };
      return view;
    },
  };
}

/** Where the patient of an item is; whoever lies on a ward that took no part was transferred there. */
function scenes(board: readonly BoardPatient[], outage: OutageState): (item: BackEntryItem) => ItemScene {
  const byId = new Map(board.map((one) => [one.id, one]));
  const wards = new Set(outage.wards.map(({ ward }) => ward));
  return ({ patient, ward }) => {
    const found = byId.get(patient);
    if (!found) return ward === undefined ? {} : { ward };
    const gone = found.presence === 'present' && found.ward !== undefined && !wards.has(found.ward);
    return {
      ...(found.ward === undefined ? {} : { ward: found.ward }),
      state: gone ? 'transferred' : found.presence,
    };
  };
}

/** A signed form is read once, not at each mark: the fold makes a new object when it changes. */
function createFormMemo(): (form: SignedForm, library: Library) => readonly BackEntryItem[] {
  const known = new WeakMap<SignedForm, { readonly forms: unknown; readonly items: readonly BackEntryItem[] }>();
  return (form, library) => {
    const made = known.get(form);
    if (made && made.forms === library.forms) return made.items;
    const definition = formOf(library, form.form, form.version);
    const items = definition ? backEntryItems(definition, form) : [];
    known.set(form, { forms: library.forms, items });
    return items;
  };
}
