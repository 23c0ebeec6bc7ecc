import type { Entry } from '../../renderer/domain/ledger/entry';
import type { RemovalSurvey } from '../../renderer/domain/retention/commands';

/** What a removal would take, counted over entries in memory. */
export function surveyOf(entries: readonly Entry[]): RemovalSurvey {
  const counts: Record<string, number> = {};
  for (const { type } of entries) counts[type] = (counts[type] ?? 0) + 1;
  return { counts, entries: entries.length, shared: 0, drafts: 0, snapshots: 1, epochs: [7] };
}
