/** Family and given name out of one text. `certain` is false where only a habit (given name first) decided, or nothing could. */
export interface NameReading {
  readonly family: string;
  readonly given: string;
  readonly certain: boolean;
}

/** How a column of whole names is ordered. */
export type NameOrder = 'family-first' | 'given-first';

/** A number in brackets behind a name: `DOE, JANE (0012345)`. */
export function numberInName(raw: string): string | undefined {
  return /[([#]\s*(?:mrn:?\s*)?([A-Z]{0,3}\d{4,12})\s*[)\]]?\s*$/i.exec(raw.trim())?.[1];
}

const TITLES =
  /^(mr|mrs|ms|miss|mx|dr|prof|sir|lady|herr|frau|hr|fr|m|mme|mlle|sr|sra|srta|sig|sigra|sig ra|dhr|mevr|mw)\.?\s+/i;
const PARTICLES = new Set(
  'van von de del della der den di da do dos das du la le los las el al bin ibn ben ter ten zu zur vom st mac mc o ní ó nic'.split(
    ' ',
  ),
);

/** Takes a whole name apart: `LAST, FIRST`, `LAST First`, or two words in the order the mapping says. */
export function readNameText(raw: string, order?: NameOrder): NameReading {
  const text = raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*(?:\([^)]*\)|\[[^\]]*\]|#\d+)$/, '');
  if (text.includes('^')) {
    const [family = '', given = '', middle = ''] = text.split('^');
    return {
      family: family.trim(),
      given: [given, middle]
        .map((part) => part.trim())
        .filter(Boolean)
        .join(' '),
      certain: true,
    };
  }
  // ';' where commas part the columns, and the commas of other scripts.
  const comma = text.search(/[,;、，،]/);
  if (comma >= 0) {
    const [family, given] = [
      text.slice(0, comma).trim(),
      text
        .slice(comma + 1)
        .replace(/,.*$/, '')
        .trim(),
    ];
    return {
      family: family.replace(TITLES, ''),
      given: given.replace(TITLES, '').replace(/\s+(mr|mrs|ms|miss|dr)\.?$/i, ''),
      certain: true,
    };
  }
  const words = text
    .replace(TITLES, '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < 2) return { family: words[0] ?? '', given: '', certain: true };
  const capitals = words.map((word) => isCapitals(word) || PARTICLES.has(word.toLowerCase()));
  const some = words.some((word) => isCapitals(word) && word.length > 1);
  if (some && capitals.some((one) => !one)) {
    // Capitals mark the family name, wherever it stands: "GARCÍA LÓPEZ Ana", "Ana GARCÍA".
    const family = words.filter((_, at) => capitals[at] === true);
    return { family: family.join(' '), given: words.filter((_, at) => capitals[at] !== true).join(' '), certain: true };
  }
  // Capitals throughout say nothing, and a swapped name is a wrong name: kept whole until somebody says the order.
  if (order === undefined && words.every((word) => isCapitals(word)))
    return { family: words.join(' '), given: '', certain: false };
  if (order === 'family-first') return { family: words[0] ?? '', given: words.slice(1).join(' '), certain: true };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    certain: order === 'given-first',
  };
}

function isCapitals(word: string): boolean {
  return word === word.toLocaleUpperCase('und') && word !== word.toLocaleLowerCase('und');
}
