import type { Entry } from '../../domain/ledger/entry';

/**
 * Where a ledger stands, as a token: the last entry of every device. A single number would miss entries of another PC
 * that arrive later and count lower.
 */
export function ledgerToken(entries: Iterable<Entry>): string {
  const last = new Map<string, number>();
  for (const { device, seq } of entries) last.set(device, Math.max(last.get(device) ?? 0, seq));
  return [...last]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, seq]) => `${encodeURIComponent(device)}:${seq}`)
    .join(',');
}

/** Subjects (form serials, patient ids) with entries that a token does not cover; undefined when it is no token. */
export function changedSince(entries: Iterable<Entry>, token: string): ReadonlySet<string> | undefined {
  const covered = new Map<string, number>();
  for (const part of token.split(',').filter((one) => one !== '')) {
    const match = /^((?:[^:,%]|%[0-7][0-9A-F])+):(\d+)$/.exec(part);
    if (match === null) return undefined;
    covered.set(decodeURIComponent(match[1] ?? ''), Number(match[2]));
  }
  const changed = new Set<string>();
  for (const { device, seq, subject } of entries) if (seq > (covered.get(device) ?? 0)) changed.add(subject);
  return changed;
}
