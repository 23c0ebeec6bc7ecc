import { type Result, refuse } from '../domain/basics/result';
import { backEntryItems } from '../domain/form/back-entry-items';
import type { BackEntryOwner } from '../domain/form/form';
import type { Entry } from '../domain/ledger/entry';
import { outageElapsedMs } from '../domain/outage/phases';
import type { OutageState } from '../domain/outage/outage';
import { currentOutage } from '../domain/outage/projection';
import { canClose, type CloseCheck } from '../domain/reconciliation/can-close';
import {
  claimItem,
  markItem,
  type ReconciliationRefusal,
  releaseItem,
  reopenItem,
  verifyItem,
} from '../domain/reconciliation/commands';
import { explainPolicy, type PolicyExplanation } from '../domain/reconciliation/explain-policy';
import { movementItems } from '../domain/reconciliation/movement-items';
import { applyPolicy, type Policy } from '../domain/reconciliation/policy';
import { type Reconciliation, reconcile } from '../domain/reconciliation/queue';
import { sheetItems } from '../domain/reconciliation/sheet-items';
import type { Core } from './core';
import { formOf } from './library';
import type { World } from './world';

type Refusal = ReconciliationRefusal | { readonly code: 'no-outage' };
type Outcome = Promise<Result<readonly Entry[], Refusal>>;

/** Back-entry: what the EHR must learn, by owner, in order. Needs a sign-in. */
export interface ReconcileUse {
  /** Undefined before the first outage. Same object while nothing changed. */
  view(): Reconciliation | undefined;
  mark(input: Parameters<typeof markItem>[1], by?: string): Outcome;
  verify(input: Parameters<typeof verifyItem>[1], by?: string): Outcome;
  reopen(input: Parameters<typeof reopenItem>[1]): Outcome;
  claim(input: Parameters<typeof claimItem>[1]): Outcome;
  release(input: Parameters<typeof releaseItem>[1]): Outcome;
  /** The rule in words for one owner and this outage's length. */
  explain(owner: BackEntryOwner): PolicyExplanation | undefined;
  closeCheck(): CloseCheck | undefined;
}

/** Makes the use-cases of back-entry. */
export function createReconcileUse(core: Core): ReconcileUse {
  const { state, ports } = core;
  const policy = (): Policy | undefined => {
    const { library } = state.get();
    return library.policies.find((one) => one.id === library.defaultPolicy) ?? library.policies[0];
  };
  let last: { readonly parts: readonly unknown[]; readonly view: Reconciliation } | undefined;

  /** Minutes, so that a running outage does not build its queues anew each time a screen looks. */
  const lengthMs = (outage: OutageState): number =>
    Math.floor(outageElapsedMs(outage, ports.clock.now()) / 60_000) * 60_000;

  const viewOf = (world: World): Reconciliation | undefined => {
    const outage = currentOutage(world.outages);
    if (!outage) return undefined;
    const { library } = state.get();
    const parts = [outage, world.forms, world.marks, world.patients, world.serials, library, lengthMs(outage)];
    if (last && last.parts.every((part, i) => part === parts[i])) return last.view;
    const forms = [...world.forms.bySerial.values()].filter((form) => form.book === outage.id);
    const ofForms = forms.flatMap((form) => {
      const definition = formOf(library, form.form, form.version);
      return definition ? backEntryItems(definition, form) : [];
    });
    const items = [...movementItems(world.entries, outage.id), ...ofForms, ...sheetItems(world.entries, outage)];
    const rule = policy();
    const settled = rule ? applyPolicy(items, rule, lengthMs(outage)) : items;
    const view = reconcile({ id: outage.id, down: outage.stage === 'running' }, settled, world.marks);
    last = { parts, view };
    return view;
  };

  const onView =
    <I>(
      decide: (view: Reconciliation, input: I, context: { readonly by: string }) => ReturnType<typeof markItem>,
    ): ((input: I, by?: string) => Outcome) =>
    (input, by) =>
      core.run<Refusal>((world, context) => {
        const view = viewOf(world);
        return view ? decide(view, input, by === undefined ? context : { by }) : refuse({ code: 'no-outage' });
      });

  return {
    view: () => viewOf(state.get().world),
    mark: onView(markItem),
    verify: onView(verifyItem),
    reopen: onView(reopenItem),
    claim: onView(claimItem),
    release: onView(releaseItem),
    explain(owner) {
      const outage = currentOutage(state.get().world.outages);
      const rule = policy();
      return outage && rule ? explainPolicy(rule, lengthMs(outage), owner) : undefined;
    },
    closeCheck() {
      const view = viewOf(state.get().world);
      return view && canClose(view);
    },
  };
}
