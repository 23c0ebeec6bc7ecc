/** The parts of a name this module reads. */
export interface Named {
  readonly family: string;
  readonly given: string;
  readonly alias?: string;
}

/** `GARCÍA, Ana` (NHS Common User Interface: FAMILY in capitals, comma, Given; never cut). An alias stands for an unknown name. */
export function displayName(who: Named): string {
  const family = who.family.trim().toLocaleUpperCase('und');
  const given = who.given.trim();
  if (family === '' && given === '') return who.alias?.trim() || 'Name not in snapshot';
  if (given === '') return family;
  return family === '' ? given : `${family}, ${given}`;
}

// Letters that do not fall apart into a base letter and an accent.
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** Lower case without accents; anything but letters and digits becomes a space. What people type instead of what is right. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþıħŋ]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One text per name for comparing: folded parts in alphabetical order, so that the order of names does not matter. */
export function nameKey(who: Named): string {
  return foldText(`${who.family} ${who.given}`).split(' ').sort().join(' ');
}
