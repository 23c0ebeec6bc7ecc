/** Reads one argument that came over IPC; throws BadArgument. A size limit on everything: the page is not trusted. */
export type Parser<T> = (value: unknown, where: string) => T;

/** An IPC argument of the wrong shape or size; answered as `bad-argument`, never passed on. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

/** Text up to `max` UTF-16 units. */
export function text(max: number): Parser<string> {
  return (value, where) => {
    if (typeof value !== 'string' || value.length > max) throw new BadArgument(`${where}: text of at most ${max}`);
    return value;
  };
}

/** A whole number in a range. */
export function whole(min: number, max: number): Parser<number> {
  return (value, where) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      throw new BadArgument(`${where}: whole number ${min} to ${max}`);
    return value;
  };
}

/** true or false. */
export const flag: Parser<boolean> = (value, where) => {
  if (typeof value !== 'boolean') throw new BadArgument(`${where}: true or false`);
  return value;
};

/** Bytes up to `max`. */
export function bytes(max: number): Parser<Uint8Array> {
  return (value, where) => {
    if (!(value instanceof Uint8Array) || value.byteLength > max)
      throw new BadArgument(`${where}: at most ${max} bytes`);
    return value;
  };
}

/** One of the given words. */
export function oneOf<const T extends readonly string[]>(...words: T): Parser<T[number]> {
  return (value, where) => {
    if (typeof value !== 'string' || !words.includes(value))
      throw new BadArgument(`${where}: one of ${words.join(', ')}`);
    return value;
  };
}

/** A list of at most `max`. */
export function list<T>(item: Parser<T>, max: number): Parser<readonly T[]> {
  return (value, where) => {
    if (!Array.isArray(value) || value.length > max) throw new BadArgument(`${where}: list of at most ${max}`);
    return value.map((v: unknown, i) => item(v, `${where}[${i}]`));
  };
}

/** May be missing. */
export function optional<T>(item: Parser<T>): Parser<T | undefined> {
  return (value, where) => (value === undefined || value === null ? undefined : item(value, where));
}

/** An object with just these members; others are refused. */
export function shape<S extends Record<string, Parser<unknown>>>(
  members: S,
): Parser<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  return (value, where) => {
    // A map, a date or an error is an object as well, and one without members would pass where all are optional.
    if (typeof value !== 'object' || value === null || !isPlain(value)) throw new BadArgument(`${where}: object`);
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record))
      if (!Object.hasOwn(members, key)) throw new BadArgument(`${where}.${key}: not expected`);
    const out: Record<string, unknown> = {};
    for (const [key, parser] of Object.entries(members)) out[key] = parser(record[key], `${where}.${key}`);
    return out as { readonly [K in keyof S]: ReturnType<S[K]> };
  };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** No argument. */
export const nothing: Parser<undefined> = (value, where) => {
  if (value !== undefined && value !== null) throw new BadArgument(`${where}: no argument expected`);
  return undefined;
};

/** A text the caller vouches for as JSON of at most `max` units. */
export function json(max: number): Parser<string> {
  const inner = text(max);
  return (value, where) => {
    const out = inner(value, where);
    try {
      JSON.parse(out);
    } catch {
      throw new BadArgument(`${where}: JSON text`);
    }
    return out;
  };
}
