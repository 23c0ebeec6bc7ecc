import type { DictionaryName, SiteCode } from '../../domain/workstation/export-settings';
import type { Collected } from './collect-records';
import type { ExportInput, Unmapped } from './export-input';
import type { CodedValue, ExportRecord } from './records';

type WithSettings = Pick<ExportInput, 'settings'>;

const indexes = new WeakMap<object, ReadonlyMap<string, SiteCode>>();

/** What the EHR calls a word of the ward; spaces and capitals do not count. */
export function siteCode(input: WithSettings, name: DictionaryName, word: string | undefined): SiteCode | undefined {
  const dictionary = input.settings?.dictionaries?.[name];
  if (dictionary === undefined || word === undefined) return undefined;
  let index = indexes.get(dictionary);
  if (index === undefined) {
    index = new Map(Object.entries(dictionary).map(([key, code]) => [folded(key), code]));
    indexes.set(dictionary, index);
  }
  return index.get(folded(word));
}

function folded(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Words that a dictionary in use does not know, each once. A dictionary without a line is not in use: the site's engine
 * maps by itself.
 */
export function wordsWithoutCode(collected: Collected, input: ExportInput): readonly Unmapped[] {
  const seen = new Set<string>();
  const missing: Unmapped[] = [];
  const look = (name: DictionaryName, word: string | undefined, serial = ''): void => {
    const dictionary = input.settings?.dictionaries?.[name];
    if (word === undefined || word.trim() === '' || dictionary === undefined || Object.keys(dictionary).length === 0)
      return;
    const key = `${name} ${folded(word)}`;
    if (seen.has(key) || siteCode(input, name, word) !== undefined) return;
    seen.add(key);
    missing.push({
      serial,
      reason: 'not-in-dictionary',
      // Words of a ward, not of a patient: names of staff, places, tests, units.
      message: `"${word}" is not in the dictionary of ${name}; it went out as written.`,
    });
  };
  for (const patient of collected.patients) look('locations', patient.ward);
  for (const record of collected.records) wordsOf(record, look);
  return missing;
}

function wordsOf(
  record: ExportRecord,
  look: (name: DictionaryName, word: string | undefined, serial?: string) => void,
): void {
  if (record.author.name !== 'Not named') look('providers', record.author.name, record.serial);
  switch (record.kind) {
    case 'move':
      return look('locations', record.ward, record.serial);
    case 'order':
      return look('providers', record.prescriber, record.serial);
    case 'lab':
      look('providers', record.requester, record.serial);
      for (const test of record.tests) look('tests', test.text, record.serial);
      return;
    case 'value':
      for (const part of record.parts ?? [record]) look('units', unitOf(part), record.serial);
      return;
    default:
      return;
  }
}

function unitOf({ value }: CodedValue): string | undefined {
  return value?.kind === 'number' ? (value.unit ?? value.ucum) : undefined;
}
