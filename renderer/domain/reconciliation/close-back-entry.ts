import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { NewEntry } from '../ledger/entry';
import type { WardSignOff } from './back-entry-log';
import { canClose } from './can-close';
import type { QueueItem, Reconciliation } from './queue';
import { isCritical, SETTLED } from './rules';

/** Why a sign-off or the closing was refused. */
export type ClosingRefusal =
  | { readonly code: 'still-down' }
  | { readonly code: 'unknown-ward'; readonly ward: string }
  | { readonly code: 'not-ready-to-close'; readonly openItems: number }
  | { readonly code: 'ward-not-signed-off'; readonly wards: readonly string[] }
  | { readonly code: 'already-signed-off'; readonly ward: string; readonly by: string }
  | { readonly code: 'not-signed-off'; readonly ward: string }
  | { readonly code: 'reason-missing' };

type Outcome = Result<NewEntry[], ClosingRefusal>;

/** What the closing needs to know besides the queues. */
export interface ClosingScene {
  readonly view: Reconciliation;
  /** Wards that took part. */
  readonly wards: readonly string[];
  readonly signOffs: readonly WardSignOff[];
  /** The ward an item belongs to. */
  readonly wardOf: (item: QueueItem) => string;
}

/** Where one ward stands. */
export interface WardStanding {
  readonly ward: string;
  readonly total: number;
  readonly open: number;
  /** Critical lines that are open, not checked by a second person, or marked twice. */
  readonly criticalOpen: number;
  readonly signOff?: WardSignOff;
}

/** Each ward with what is open there. What belongs to no ward that took part counts for the first: it declared. */
export function wardStandings({ view, wards, signOffs, wardOf }: ClosingScene): readonly WardStanding[] {
  const counts = new Map(wards.map((ward) => [ward, { total: 0, open: 0, criticalOpen: 0 }]));
  const first = counts.get(wards[0] ?? '');
  for (const item of view.items) {
    const count = counts.get(wardOf(item)) ?? first;
    if (!count) continue;
    count.total += 1;
    const isOpen = !SETTLED.includes(item.state);
    if (isOpen) count.open += 1;
    if (item.conflict || (isCritical(item) && (isOpen || item.state === 'entered'))) count.criticalOpen += 1;
  }
  return [...counts].map(([ward, count]) => {
    const signOff = signOffs.find((one) => one.ward === ward);
    return { ward, ...count, ...(signOff ? { signOff } : {}) };
  });
}

/** A ward's nurse in charge says that its sheet is whole (RB-C6 step 46); critical lines stop it. */
export function signOffWard(
  scene: ClosingScene,
  { ward, note = '' }: { readonly ward: string; readonly note?: string },
  { by }: Pick<CommandContext, 'by'>,
): Outcome {
  if (scene.view.down) return refuse({ code: 'still-down' });
  const standing = wardStandings(scene).find((one) => one.ward === ward);
  if (!standing) return refuse({ code: 'unknown-ward', ward });
  if (standing.signOff) return refuse({ code: 'already-signed-off', ward, by: standing.signOff.by });
  if (standing.criticalOpen > 0) return refuse({ code: 'not-ready-to-close', openItems: standing.criticalOpen });
  const said = note.trim();
  const payload = { ward, openItems: standing.open, ...(said === '' ? {} : { note: said }) };
  return ok([{ book: scene.view.outage, subject: scene.view.outage, by, type: 'ward.signed-off', payload }]);
}

/** Takes a ward's sign-off back, with a reason. */
export function undoSignOff(
  scene: ClosingScene,
  { ward, reason }: { readonly ward: string; readonly reason: string },
  { by }: Pick<CommandContext, 'by'>,
): Outcome {
  const signOff = scene.signOffs.find((one) => one.ward === ward);
  if (!signOff) return refuse({ code: 'not-signed-off', ward });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const { outage } = scene.view;
  const payload = { ward, reason: reason.trim() };
  return ok([{ book: outage, subject: outage, by, type: 'ward-sign-off.undone', payload, corrects: signOff.entry }]);
}

/** Closes it: no critical line open or unchecked, every ward signed off. Retention starts with the second entry. */
export function closeBackEntry(
  scene: ClosingScene,
  { note = '' }: { readonly note?: string },
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Outcome {
  const { view, wards, signOffs } = scene;
  if (view.down) return refuse({ code: 'still-down' });
  const check = canClose(view);
  if (!check.ready) return refuse({ code: 'not-ready-to-close', openItems: check.criticalOpen });
  const unsigned = wards.filter((ward) => !signOffs.some((one) => one.ward === ward));
  if (unsigned.length > 0) return refuse({ code: 'ward-not-signed-off', wards: unsigned });
  const said = note.trim();
  const about = { book: view.outage, subject: view.outage, by };
  const { openItems } = check;
  return ok([
    {
      ...about,
      type: 'outage.closed',
      payload: { closedAt: now, openItems, ...(said === '' ? {} : { note: said }) },
    },
    { ...about, type: 'reconciliation.closed', payload: { closedAt: now, openItems, wards, ...closingCounts(view) } },
  ]);
}

/** The numbers of the certificate. */
export function closingCounts(view: Reconciliation) {
  const counts = { items: view.items.length, entered: 0, scanned: 0, notNeeded: 0, verified: 0 };
  for (const { mark, check, byPolicy } of view.items) {
    if (mark?.as === 'entered') counts.entered += 1;
    if (mark?.as === 'scanned') counts.scanned += 1;
    if (mark?.as === 'not-needed' || byPolicy) counts.notNeeded += 1;
    if (check) counts.verified += 1;
  }
  return counts;
}
