import { LINKED_WORDS, PATIENT_WORDS, type ColumnWords } from './column-words';
import type { CensusField } from './fields';

/** Words of a header that say nothing about its meaning. */
const NOISE = new Set(
  'pt pts pat patient patients patienten pacjenta current curr the info information list listing s of de del du des di da der des d l la le text value display desc txt current'.split(
    ' ',
  ),
);

/** Columns about somebody or something else: "Next of kin name" is no patient name. */
const ELSEWHERE =
  /\b(nok|kin|contact|emergency|mother|mothers|father|fathers|guarantor|insurance|insured|employer|address|street|phone|tel|telephone|mobile|email|religion|language|race|ethnicity|maiden|referring|referred|pcp|gp|primary care|nurse|rn|angehorige|kontakt|adresse|telefon|hausarzt|zip|city|state|country|payer|plan)\b/;

/** Folds a column name to words: `DateOfBirth`, `DATE_OF_BIRTH` and `Date of birth:` are one. */
export function columnWords(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/n[°º]/g, 'no ')
    .replace(/#/g, ' no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Phrase {
  readonly field: CensusField;
  readonly words: readonly string[];
  readonly text: string;
  readonly weight: number;
}

function phrasesOf(words: ColumnWords): readonly Phrase[] {
  return Object.entries(words).flatMap(([field, [strong, weak]]) =>
    [strong, weak].flatMap((list, index) =>
      list
        .split('|')
        .filter((phrase) => phrase !== '')
        .map((phrase): Phrase => ({
          field: field as CensusField,
          words: columnWords(phrase).split(' '),
          text: columnWords(phrase).replaceAll(' ', ''),
          weight: index === 0 ? 1 : 0.7,
        })),
    ),
  );
}

interface PhraseIndex {
  /** By the whole phrase without spaces. */
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** By the first word: a report of 60 lines is asked cell by cell which line is the header. */
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
}

function indexOf(words: ColumnWords): PhraseIndex {
  const phrases = phrasesOf(words);
  return {
    whole: grouped(phrases, (phrase) => phrase.text),
    byFirstWord: grouped(phrases, (phrase) => phrase.words[0] ?? ''),
  };
}

function grouped(
  phrases: readonly Phrase[],
  keyOf: (phrase: Phrase) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const group = groups.get(keyOf(phrase));
    if (group === undefined) groups.set(keyOf(phrase), [phrase]);
    else group.push(phrase);
  }
  return groups;
}

const PATIENT_PHRASES = indexOf(PATIENT_WORDS);
const LINKED_PHRASES = indexOf(LINKED_WORDS);

/** What a column name may mean, best first, each with 0-1. */
export function fieldsOfHeader(
  header: string,
  linked: boolean,
): readonly { readonly field: CensusField; readonly confidence: number }[] {
  const whole = columnWords(header);
  if (whole === '') return [];
  const words = whole.split(' ');
  const meaning = words.filter((word) => !NOISE.has(word) && !/^\d$/.test(word));
  const index = linked ? LINKED_PHRASES : PATIENT_PHRASES;
  const best = new Map<CensusField, number>();
  const take = (phrase: Phrase, confidence: number): void =>
    void best.set(phrase.field, Math.max(best.get(phrase.field) ?? 0, confidence * phrase.weight));
  for (const phrase of index.whole.get(words.join('')) ?? []) take(phrase, 1);
  for (const phrase of index.whole.get(meaning.join('')) ?? []) take(phrase, 0.9);
  if (!ELSEWHERE.test(whole)) {
    const within = meaning.length > 0 ? meaning : words;
    within.forEach((word, at) => {
      for (const phrase of index.byFirstWord.get(word) ?? [])
        // A long phrase inside a long name says more than one word of many.
        if (continues(within, at, phrase.words)) take(phrase, 0.5 + 0.3 * (phrase.words.length / words.length));
    });
  }
  return [...best].map(([field, confidence]) => ({ field, confidence })).sort((a, b) => b.confidence - a.confidence);
}

function continues(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  if (phrase.length === 1 && (phrase[0]?.length ?? 0) < 3) return false;
  return phrase.every((word, i) => words[at + i] === word);
}
