import { BadArgument } from '../../electron/ipc/parse';
import { type Channel, contract } from '../../electron/ipc/contract';

// What each channel takes, learned by asking its parser: a new channel is attacked without anybody listing it here.

/** One value in an argument, and the limit its parser names. */
export interface Limit {
  /** Names and numbers on the way down from the argument. */
  readonly path: readonly (string | number)[];
  readonly kind: 'text' | 'json' | 'list' | 'bytes' | 'whole' | 'word' | 'flag';
  /** Units of text, members, bytes or the largest number; 0 where there is no limit. */
  readonly most: number;
}

/** A channel's argument as its parser describes it. */
export interface ChannelShape {
  readonly channel: Channel;
  /** An argument the parser takes. */
  readonly good: unknown;
  readonly limits: readonly Limit[];
}

const STEPS = 60;

/** Why a parser refuses a value; undefined when it takes it. */
export function refusal(channel: Channel, value: unknown): string | undefined {
  try {
    contract[channel].args(value, '');
    return undefined;
  } catch (error) {
    if (error instanceof BadArgument) return error.message;
    throw error;
  }
}

/** Fills an argument until the parser has nothing left to say. */
export function shapeOf(channel: Channel): ChannelShape {
  const limits: Limit[] = [];
  let good: unknown;
  for (let step = 0; step < STEPS; step += 1) {
    const why = refusal(channel, good);
    if (why === undefined) return { channel, good, limits };
    const [where, wanted] = splitAtColon(why);
    const path = pathOf(where);
    const [kind, most, example] = understand(wanted);
    if (kind !== 'object') limits.push({ path, kind, most });
    good = withAt(good, path, example);
    // An empty list would be taken without its members being asked for.
    if (kind === 'list') good = withAt(good, [...path, 0], undefined);
  }
  throw new Error(`${channel}: its parser is not understood`);
}

/** Every channel of the contract. */
export function allShapes(): readonly ChannelShape[] {
  return (Object.keys(contract) as Channel[]).map(shapeOf);
}

/** The value with another one at a place in it. */
export function withAt(value: unknown, path: readonly (string | number)[], at: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return at;
  if (typeof first === 'number') {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    list[first] = withAt(list[first], rest, at);
    return list;
  }
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...record, [first]: withAt(record[first], rest, at) };
}

function splitAtColon(text: string): readonly [string, string] {
  const at = text.indexOf(': ');
  return [text.slice(0, at), text.slice(at + 2)];
}

function pathOf(where: string): readonly (string | number)[] {
  return [...where.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

function understand(wanted: string): readonly [Limit['kind'] | 'object', number, unknown] {
  const numbers = [...wanted.matchAll(/\d+/g)].map(Number);
  const [first = 0, second = 0] = numbers;
  if (wanted === 'object') return ['object', 0, {}];
  if (wanted === 'true or false') return ['flag', 0, true];
  if (wanted === 'JSON text') return ['json', 0, '{}'];
  if (wanted.startsWith('text of at most')) return ['text', first, 'x'];
  if (wanted.startsWith('whole number')) return ['whole', second, first];
  if (wanted.startsWith('list of at most')) return ['list', first, []];
  if (wanted.endsWith('bytes')) return ['bytes', first, new Uint8Array(1)];
  if (wanted.startsWith('one of ')) return ['word', 0, wanted.slice('one of '.length).split(', ')[0]];
  throw new Error(`a parser that says "${wanted}" is not understood`);
}
