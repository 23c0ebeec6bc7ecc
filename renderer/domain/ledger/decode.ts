import { type Result, ok, refuse } from '../basics/result';
import type { Entry, EntryHead, EntryType } from './entry';
import { PAYLOADS, type PayloadShape } from './payload-shapes';

/** Why an opened entry cannot be folded; it is quarantined and shown, never dropped. */
export type DecodeRefusal = 'unknown-type' | 'newer-shape' | 'broken-payload';

/** From one version of a payload to the next; stored bytes are never rewritten. */
export type Upcaster = (payload: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Entry type -> version -> upcaster from that version to the next. Empty until a shape changes for the first time. */
export const UPCASTERS: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = {};

/** The one choke point between what was stored and what is folded: known type, upcast to today's shape, members checked. */
export function decodeEntry(
  head: EntryHead,
  payload: unknown,
  upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = UPCASTERS,
): Result<Entry, DecodeRefusal> {
  if (!Object.hasOwn(PAYLOADS, head.type)) return refuse('unknown-type');
  const spec = PAYLOADS[head.type as EntryType];
  if (head.v > spec.v) return refuse('newer-shape');
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return refuse('broken-payload');
  let current = payload as Record<string, unknown>;
  for (let v = head.v; v < spec.v; v += 1) {
    const upcast = upcasters[head.type]?.[v];
    if (!upcast) return refuse('broken-payload');
    current = upcast(current);
  }
  if (!hasShape(current, spec.shape)) return refuse('broken-payload');
  return ok({ ...head, payload: current } as unknown as Entry);
}

function hasShape(payload: Record<string, unknown>, shape: PayloadShape): boolean {
  return Object.entries(shape).every(([member, kind]) => {
    const value = payload[member];
    if (kind === 'array') return Array.isArray(value);
    if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
    return typeof value === kind;
  });
}
