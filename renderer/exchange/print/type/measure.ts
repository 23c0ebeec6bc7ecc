import widths from './font-widths.json';
import { type Face, MM_PER_PT, STYLES, type Style } from './styles';

const MISSING = -1;
const tables = new Map<Face, Int16Array>();

function table(face: Face): Int16Array {
  const known = tables.get(face);
  if (known) return known;
  const advances = new Int16Array(0x10000).fill(MISSING);
  for (const [first, run] of Object.entries(widths[face])) {
    run.split(' ').forEach((width, index) => (advances[Number.parseInt(first, 16) + index] = Number(width)));
  }
  tables.set(face, advances);
  return advances;
}

/** Width in mm of a text on one line; the style sheet turns kerning off, so it is the sum of its letters. */
export function textWidth(text: string, style: Style): number {
  const { face, size } = STYLES[style];
  const advances = table(face);
  let units = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const advance = code < 0x10000 ? (advances[code] ?? MISSING) : MISSING;
    units += advance === MISSING ? foreignWidth(letter, code) : advance;
  }
  return (units / 1000) * size * MM_PER_PT;
}

/** A letter our font lacks comes from some font of the machine: a full em, more for emoji, keeps the plan on the safe side. */
function foreignWidth(letter: string, code: number): number {
  if (/\p{M}|\p{Cf}/u.test(letter)) return 0;
  return code > 0xffff ? 1400 : 1050;
}
