/** GF(256) of Data Matrix ECC 200: x^8 + x^5 + x^3 + x^2 + 1 (ISO/IEC 16022, 5.7.1). */
const FIELD = 0x12d;
const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = value < 128 ? value << 1 : (value << 1) ^ FIELD;
}

const generators = new Map<number, Uint8Array>();

/** Coefficients of (x + 2)(x + 2^2)…(x + 2^count), highest power left out. */
function generator(count: number): Uint8Array {
  const known = generators.get(count);
  if (known) return known;
  let poly = Uint8Array.of(1);
  for (let root = 1; root <= count; root += 1) {
    const next = new Uint8Array(poly.length + 1);
    poly.forEach((coefficient, place) => {
      next[place] = (next[place] ?? 0) ^ coefficient;
      next[place + 1] = (next[place + 1] ?? 0) ^ times(coefficient, root);
    });
    poly = next;
  }
  const result = poly.slice(1);
  generators.set(count, result);
  return result;
}

function times(value: number, power: number): number {
  return value === 0 ? 0 : (EXP[((LOG[value] ?? 0) + power) % 255] ?? 0);
}

/** The `count` error-correction codewords of `data`. */
export function errorCodewords(data: readonly number[], count: number): readonly number[] {
  const poly = generator(count);
  const rest = new Uint8Array(count);
  for (const codeword of data) {
    const lead = codeword ^ (rest[0] ?? 0);
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    if (lead === 0) continue;
    const power = LOG[lead] ?? 0;
    for (let place = 0; place < count; place += 1) rest[place] = (rest[place] ?? 0) ^ times(poly[place] ?? 0, power);
  }
  return [...rest];
}
