import { type Result, ok, refuse } from '../domain/basics/result';
import type { BackEntryOwner } from '../domain/form/form';
import type { Entry } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import { type AuditFinding, completenessAudit } from '../domain/reconciliation/audit';
import { wardSignOffs } from '../domain/reconciliation/back-entry-log';
import { type BurnDown, burnDown } from '../domain/reconciliation/burn-down';
import { canClose, type CloseCheck } from '../domain/reconciliation/can-close';
import {
  closeBackEntry,
  type ClosingRefusal,
  type ClosingScene,
  signOffWard,
  undoSignOff,
  wardStandings,
  type WardStanding,
} from '../domain/reconciliation/close-back-entry';
import {
  claimItem,
  handOverAll,
  handOverItem,
  markItem,
  type ReconciliationRefusal,
  releaseItem,
  reopenItem,
  verifyItem,
} from '../domain/reconciliation/commands';
import { explainPolicy, type PolicyExplanation } from '../domain/reconciliation/explain-policy';
import { missingPages } from '../domain/reconciliation/missing-pages';
import type { Policy } from '../domain/reconciliation/policy';
import type { Reconciliation } from '../domain/reconciliation/queue';
import { createBackEntryView } from './back-entry-view';
import type { Core } from './core';
import { countedSheets, paperScene } from './paper-scene';
import type { TrackingUse } from './use-tracking';
import type { World } from './world';

type Refusal = ReconciliationRefusal | { readonly code: 'no-outage' };
type Outcome = Promise<Result<readonly Entry[], Refusal>>;
type Closing = Promise<Result<readonly Entry[], ClosingRefusal | { readonly code: 'no-outage' }>>;

/** Back-entry: what the EHR must learn, by owner, in order. Needs a sign-in. */
export interface ReconcileUse {
  /** Undefined before the first outage. Same object while nothing changed. */
  view(): Reconciliation | undefined;
  mark(input: Parameters<typeof markItem>[1], by?: string): Outcome;
  verify(input: Parameters<typeof verifyItem>[1], by?: string): Outcome;
  reopen(input: Parameters<typeof reopenItem>[1], by?: string): Outcome;
  claim(input: Parameters<typeof claimItem>[1], by?: string): Outcome;
  release(input: Parameters<typeof releaseItem>[1], by?: string): Outcome;
  handOver(input: Parameters<typeof handOverItem>[1], by?: string): Outcome;
  /** Everything somebody has in hand. */
  handOverAll(input: Parameters<typeof handOverAll>[1], by?: string): Outcome;
  /** The rule in words for one owner and this outage's length. */
  explain(owner: BackEntryOwner): PolicyExplanation | undefined;
  /** The rule that counts. */
  policy(): Policy | undefined;
  choosePolicy(
    id: string,
    by?: string,
  ): Promise<Result<readonly Entry[], { readonly code: 'no-outage' } | { readonly code: 'unknown-policy' }>>;
  burnDown(): BurnDown | undefined;
  /** What does not add up; reads the drafts of everybody. */
  audit(): Promise<readonly AuditFinding[]>;
  closeCheck(): CloseCheck | undefined;
  wards(): readonly WardStanding[];
  signOff(input: Parameters<typeof signOffWard>[1], by?: string): Closing;
  undoSignOff(input: Parameters<typeof undoSignOff>[1], by?: string): Closing;
  close(input: Parameters<typeof closeBackEntry>[1], by?: string): Closing;
}

/** Makes the use-cases of back-entry. */
export function createReconcileUse(
  core: Core,
  { board, tracking }: { readonly board: () => readonly BoardPatient[]; readonly tracking: TrackingUse },
): ReconcileUse {
  const { state, ports } = core;
  const views = createBackEntryView(core, board);

  const onView =
    <I>(
      decide: (view: Reconciliation, input: I, context: { readonly by: string }) => ReturnType<typeof markItem>,
    ): ((input: I, by?: string) => Outcome) =>
    (input, by) =>
      core.run<Refusal>((world, context) => {
        const view = views.of(world);
        return view ? decide(view, input, by === undefined ? context : { by }) : refuse({ code: 'no-outage' });
      });

  const closingScene = (world: World): ClosingScene | undefined => {
    const [outage, view] = [currentOutage(world.outages), views.of(world)];
    if (!outage || !view) return undefined;
    const byId = new Map(board().map((one) => [one.id, one.ward]));
    return {
      view,
      wards: outage.wards.map(({ ward }) => ward),
      signOffs: wardSignOffs(world.backEntry, outage.id),
      wardOf: (item) => item.ward ?? byId.get(item.patient) ?? outage.ward,
    };
  };

  const onClosing =
    <I>(
      decide: (
        scene: ClosingScene,
        input: I,
        context: { readonly now: string; readonly by: string },
      ) => ReturnType<typeof signOffWard>,
    ): ((input: I, by?: string) => Closing) =>
    (input, by) =>
      core.run<ClosingRefusal | { readonly code: 'no-outage' }>((world, context) => {
        const scene = closingScene(world);
        return scene ? decide(scene, input, { now: context.now, by: by ?? context.by }) : refuse({ code: 'no-outage' });
      });

  return {
    view: () => views.of(state.get().world),
    mark: onView(markItem),
    verify: onView(verifyItem),
    reopen: onView(reopenItem),
    claim: onView(claimItem),
    release: onView(releaseItem),
    handOver: onView(handOverItem),
    handOverAll: onView(handOverAll),
    explain(owner) {
      const { world } = state.get();
      const outage = currentOutage(world.outages);
      const rule = views.policy(world);
      return outage && rule ? explainPolicy(rule, views.lengthMs(outage), owner) : undefined;
    },
    policy: () => views.policy(state.get().world),
    choosePolicy: (id, by) =>
      core.run<{ readonly code: 'no-outage' } | { readonly code: 'unknown-policy' }>((world, context) => {
        const outage = currentOutage(world.outages)?.id;
        const chosen = state.get().library.policies.find((one) => one.id === id);
        if (outage === undefined) return refuse({ code: 'no-outage' });
        if (!chosen) return refuse({ code: 'unknown-policy' });
        if (views.policy(world)?.id === id) return ok([]);
        const payload = { policy: id, version: chosen.version };
        return ok([{ book: outage, subject: outage, by: by ?? context.by, type: 'policy.chosen', payload }]);
      }),
    burnDown() {
      const { world } = state.get();
      const [outage, view] = [currentOutage(world.outages), views.of(world)];
      return outage?.until !== undefined && view ? burnDown(view, outage.until, ports.clock.now()) : undefined;
    },
    async audit() {
      const { world } = state.get();
      const [outage, view] = [currentOutage(world.outages), views.of(world)];
      if (!outage || !view) return [];
      const scene = paperScene(world, outage);
      const drafts = await ports.drafts.list();
      return completenessAudit({
        view,
        waiting: tracking.list(ports.clock.now()).filter(({ waits, struck }) => waits && !struck),
        board: board(),
        drafts: drafts.filter((draft) => draft.outage === outage.id),
        missing: missingPages(countedSheets(world.entries, outage), scene.returned, view),
        returned: new Set(scene.returned.bySerial.keys()),
      });
    },
    closeCheck() {
      const view = views.of(state.get().world);
      return view && canClose(view);
    },
    wards() {
      const scene = closingScene(state.get().world);
      return scene ? wardStandings(scene) : [];
    },
    signOff: onClosing(signOffWard),
    undoSignOff: onClosing(undoSignOff),
    close: onClosing(closeBackEntry),
  };
}
