import { checkCharacter, hasValidCheckCharacter } from '../basics/check-character';
import { ok, refuse, type Result } from '../basics/result';

/** What a downtime number says: which workstation issued it, as its how-manieth. */
export interface DowntimeNumber {
  readonly workstation: string;
  readonly sequence: number;
}

/** Why a text is no downtime number. `suggestion` is a valid number one look-alike (O/0, I/1 …) away. */
export type DowntimeNumberProblem =
  | { readonly code: 'not-a-downtime-number' }
  | { readonly code: 'wrong-check-character'; readonly suggestion?: string };

/** Why no further number can be issued. */
export type DowntimeNumberRefusal =
  | { readonly code: 'workstation-code-invalid'; readonly workstation: string }
  | { readonly code: 'numbers-used-up'; readonly workstation: string };

/** Numbers one workstation can issue before it needs another block (a new code). */
export const NUMBERS_PER_WORKSTATION = 9999;

/** From here on the screen asks for another block. */
export const NUMBERS_WARN_AT = 9900;

// D-<workstation>-<nnnn>-<check>: the leading D and the hyphens make it visibly unlike any MRN (practice.md D3), and
// the workstation inside it means two PCs without any network cannot issue the same one.
const WITH_HYPHENS = /^D-([0-9A-Z]{1,8})-([0-9]{4})-([0-9A-Z])$/;
const WITHOUT_HYPHENS = /^D([0-9A-Z]{1,8})([0-9]{4})([0-9A-Z])$/;
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  '0': 'O',
  I: '1',
  '1': 'I',
  B: '8',
  '8': 'B',
  S: '5',
  '5': 'S',
  Z: '2',
  '2': 'Z',
};

/**
 * The code of a workstation inside its numbers and serials: the letters and digits of its name, at most 8. A longer
 * name keeps two and six are computed from the whole name: with three, 1,000 PCs of one hospital were seen to collide.
 */
export function workstationCode(name: string): string {
  const letters = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (letters.length > 8) return letters.slice(0, 2) + hashed(letters, 0x811c9dc5) + hashed(letters, 0x2f0b4a37);
  return letters === '' ? 'X' : letters;
}

function hashed(text: string, seed: number): string {
  let hash = seed;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The low bits of FNV mix badly: fold the high ones in before cutting to three characters.
  return (((hash ^ (hash >>> 15)) >>> 0) % 46_656).toString(36).toUpperCase().padStart(3, '0');
}

/** Writes a number with its check character. */
export function formatDowntimeNumber(number: DowntimeNumber): string {
  const digits = String(number.sequence).padStart(4, '0');
  return `D-${number.workstation}-${digits}-${checkCharacter(number.workstation + digits)}`;
}

/** Reads a typed or scanned number; lower case and a number without any hyphen are fine, a doubtful one is refused. */
export function parseDowntimeNumber(text: string): Result<DowntimeNumber, DowntimeNumberProblem> {
  const typed = text.trim().toUpperCase();
  const match = WITH_HYPHENS.exec(typed) ?? WITHOUT_HYPHENS.exec(typed);
  const [, workstation, digits, check] = match ?? [];
  if (workstation === undefined || digits === undefined || check === undefined) {
    const suggestion = /^D[-0-9A-Z]+$/.test(typed) ? oneLookAlikeAway(typed) : undefined;
    if (suggestion !== undefined) return refuse({ code: 'wrong-check-character', suggestion });
    return refuse({ code: 'not-a-downtime-number' });
  }
  if (!hasValidCheckCharacter(workstation + digits + check)) {
    const suggestion = oneLookAlikeAway(typed);
    return refuse({ code: 'wrong-check-character', ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return ok({ workstation, sequence: Number(digits) });
}

/** Whether a text has the looks of a downtime number, so that an MRN field can say where it belongs. */
export function looksLikeDowntimeNumber(text: string): boolean {
  return /^D-[0-9A-Z]{1,8}-/i.test(text.trim());
}

/** The next number of this workstation, after all it ever issued (in every outage: a number is never used twice). */
export function nextDowntimeNumber(
  workstation: string,
  issued: Iterable<string>,
): Result<string, DowntimeNumberRefusal> {
  if (!/^[0-9A-Z]{1,8}$/.test(workstation)) return refuse({ code: 'workstation-code-invalid', workstation });
  let last = 0;
  for (const text of issued) {
    const number = parseDowntimeNumber(text);
    if (number.ok && number.value.workstation === workstation) last = Math.max(last, number.value.sequence);
  }
  if (last >= NUMBERS_PER_WORKSTATION) return refuse({ code: 'numbers-used-up', workstation });
  return ok(formatDowntimeNumber({ workstation, sequence: last + 1 }));
}

function oneLookAlikeAway(typed: string): string | undefined {
  for (let at = 1; at < typed.length; at++) {
    const other = LOOK_ALIKES[typed.charAt(at)];
    if (other === undefined) continue;
    const candidate = typed.slice(0, at) + other + typed.slice(at + 1);
    const match = WITH_HYPHENS.exec(candidate) ?? WITHOUT_HYPHENS.exec(candidate);
    const [, workstation = '', digits = '', check = ''] = match ?? [];
    if (match !== null && hasValidCheckCharacter(workstation + digits + check))
      return formatDowntimeNumber({ workstation, sequence: Number(digits) });
  }
  return undefined;
}
