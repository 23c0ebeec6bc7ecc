import { cleanCell } from './cell-text';
import type { CensusColumn } from './census';
import { readDateText } from './date-text';
import type { CensusField, TableKind } from './fields';
import { columnWords, fieldsOfHeader } from './header-meaning';
import type { TableMapping } from './mapping';
import { LINKED_FIELDS } from './table-kind';

/** Below this a guess is not used; the column is shown as unused and can be mapped. */
const USED_FROM = 0.45;
const SAMPLE_ROWS = 200;

/** Finds the meaning of every column: said by the mapping, named by the header, or seen in the values. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kind: TableKind,
  mapping: TableMapping,
  remembered: boolean,
): readonly CensusColumn[] {
  const values = header.map((_, at) => sampleOf(rows, at));
  const found = new Map<number, { field: CensusField; confidence: number; from: CensusColumn['from'] }>();
  const taken = new Set<CensusField>();
  const take = (at: number, field: CensusField, confidence: number, from: CensusColumn['from']): void => {
    found.set(at, { field, confidence, from });
    if (field !== 'ignore') taken.add(field);
  };
  for (const [column, field] of Object.entries(mapping.columns ?? {})) {
    const at =
      header.indexOf(column) >= 0
        ? header.indexOf(column)
        : header.findIndex((name) => columnWords(name) === columnWords(column));
    if (at >= 0) take(at, field, 1, remembered ? 'remembered' : 'mapping');
  }
  const allowed = (field: CensusField): boolean => kind === 'patients' || LINKED_FIELDS[kind].includes(field);
  const guesses = header
    .flatMap((name, at) =>
      fieldsOfHeader(name, kind !== 'patients').map((guess) => ({
        at,
        ...guess,
        confidence: guess.confidence * fit(guess.field, values[at] ?? [], guess.confidence === 1),
      })),
    )
    .filter((guess) => allowed(guess.field))
    .sort((a, b) => b.confidence - a.confidence || a.at - b.at);
  for (const { at, field, confidence } of guesses)
    if (confidence >= USED_FROM && !found.has(at) && !taken.has(field)) take(at, field, confidence, 'header');
  if (kind === 'patients') {
    pairNames(header, found, taken);
    for (const { at, field } of seenInValues(header, values, found, taken)) take(at, field, 0.5, 'values');
  }
  return header.map((name, at) => {
    const meaning = found.get(at);
    return {
      header: name,
      field: meaning?.field,
      confidence: meaning?.confidence ?? 0,
      from: meaning?.from ?? 'none',
      samples: [...new Set(values[at])].slice(0, 3),
    };
  });
}

function sampleOf(rows: readonly (readonly string[])[], at: number): readonly string[] {
  return rows
    .slice(0, SAMPLE_ROWS)
    .map((cells) => cleanCell(cells[at] ?? ''))
    .filter((value) => value !== '');
}

/** How well values suit a meaning, 0-1: a "Born" column full of town names is no birth date. */
function fit(field: CensusField, values: readonly string[], named: boolean): number {
  if (values.length === 0) return 1;
  const share = (test: (value: string) => boolean): number => values.filter(test).length / values.length;
  switch (field) {
    case 'birthDate':
    case 'deathDate':
      return share((value) => isDate(value) || /^\d{5}$/.test(value)) >= 0.5 ? 1 : 0.2;
    case 'age':
      return share((value) => /^\d{1,3}(\D|$)/.test(value)) >= 0.5 ? 1 : 0.2;
    case 'sex':
      return share((value) => value.length <= 12 && !/\d{2}/.test(value)) >= 0.8 ? 1 : 0.2;
    case 'weightKg':
    case 'weightLb':
      return share((value) => /^[\d.,]+\s*[a-z]*$/i.test(value)) >= 0.5 ? 1 : 0.2;
    case 'mrn':
    case 'visitNumber':
    case 'otherId':
      // Under a header that says MRN, 1, 2, 3 are numbers of a small test system; under "No" they count the rows.
      if (isCounter(values) && !(named && field === 'mrn')) return 0.1;
      return share((value) => /\d/.test(value) && !isDate(value) && value.length <= 40) >= 0.5 ? 1 : 0.3;
    case 'family':
    case 'secondFamily':
    case 'given':
    case 'fullName':
    case 'attending':
      return share((value) => /\p{L}/u.test(value) && !isDate(value)) >= 0.5 ? 1 : 0.2;
    case 'bed':
      return share((value) => value.length <= 24) >= 0.8 ? 1 : 0.4;
    default:
      return 1;
  }
}

/** "Name" beside "Vorname" is the family name; "Nome" beside "Cognome" the given one. */
function pairNames(
  header: readonly string[],
  found: Map<number, { field: CensusField; confidence: number; from: CensusColumn['from'] }>,
  taken: Set<CensusField>,
): void {
  const whole = [...found].find(([, meaning]) => meaning.field === 'fullName' && meaning.from === 'header');
  if (whole === undefined || (taken.has('family') && taken.has('given'))) return;
  const [at, meaning] = whole;
  if (columnWords(header[at] ?? '').split(' ').length > 2) return;
  const field =
    taken.has('given') && !taken.has('family')
      ? 'family'
      : taken.has('family') && !taken.has('given')
        ? 'given'
        : undefined;
  if (field === undefined) return;
  taken.delete('fullName');
  taken.add(field);
  found.set(at, { ...meaning, field });
}

/** Meanings that only the values show, for columns no name explained. */
function seenInValues(
  header: readonly string[],
  values: readonly (readonly string[])[],
  found: ReadonlyMap<number, unknown>,
  taken: ReadonlySet<CensusField>,
): readonly { at: number; field: CensusField }[] {
  const free = header.map((_, at) => at).filter((at) => !found.has(at) && (values[at]?.length ?? 0) >= 2);
  const all = (at: number, test: (value: string) => boolean): boolean => (values[at] ?? []).every(test);
  const unique = (at: number): boolean => new Set(values[at]).size === values[at]?.length;
  const seen: { at: number; field: CensusField }[] = [];
  const see = (field: CensusField, test: (at: number) => boolean): void => {
    if (taken.has(field)) return;
    const fitting = free.filter((at) => !seen.some((one) => one.at === at) && test(at));
    // Two candidates are none: which date is the birth date, a person must say.
    if (fitting.length === 1 && fitting[0] !== undefined) seen.push({ at: fitting[0], field });
  };
  see('sex', (at) => all(at, (value) => /^(m|f|w|d|male|female)$/i.test(value)) && new Set(values[at]).size >= 2);
  if (!taken.has('age') && !taken.has('ageSex'))
    see('birthDate', (at) => all(at, isDate) && !all(at, (value) => /:/.test(value)));
  if (!taken.has('location'))
    see(
      'bed',
      (at) => unique(at) && all(at, (value) => /^[A-Z]{0,4}\d{0,3}[A-Z]?[-/]\d{1,3}[A-Z]?([-/]\w{1,2})?$/i.test(value)),
    );
  if (!taken.has('otherId')) see('mrn', (at) => unique(at) && all(at, (value) => /^[A-Z]{0,3}\d{5,12}$/i.test(value)));
  if (!taken.has('family'))
    see('fullName', (at) => all(at, (value) => /^[\p{L}'’. -]+,\s*[\p{L}'’. -]+$/u.test(value)));
  return seen;
}

/** A running number of the rows (1, 2, 3 …) is nobody's number. */
function isCounter(values: readonly string[]): boolean {
  return (
    values.length >= 2 &&
    values.every((value, at) => Number(value) === Number(values[0]) + at) &&
    Number(values[0]) <= 1
  );
}

function isDate(value: string): boolean {
  return readDateText(value).readings.some((reading) => reading.day !== undefined);
}
