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

const PATIENT_PHRASES = phrasesOf(PATIENT_WORDS);
const LINKED_PHRASES = phrasesOf(LINKED_WORDS);

/** What a column name may mean, best first, each with 0-1. */
export function fieldsOfHeader(
  header: string,
  linked: boolean,
): readonly { readonly field: CensusField; readonly confidence: number }[] {
  const whole = columnWords(header);
  if (whole === '') return [];
  const squeezed = whole.replaceAll(' ', '');
  const words = whole.split(' ');
  const meaning = words.filter((word) => !NOISE.has(word) && !/^\d$/.test(word));
  const reduced = meaning.join('');
  const elsewhere = ELSEWHERE.test(whole);
  const best = new Map<CensusField, number>();
  for (const phrase of linked ? LINKED_PHRASES : PATIENT_PHRASES) {
    let confidence = 0;
    if (phrase.text === squeezed) confidence = 1;
    else if (reduced !== '' && phrase.text === reduced) confidence = 0.9;
    else if (!elsewhere && containsPhrase(meaning.length > 0 ? meaning : words, phrase.words)) {
      // A long phrase inside a long name says more than one word of many.
      confidence = 0.5 + 0.3 * (phrase.words.length / words.length);
    }
    if (confidence > 0) best.set(phrase.field, Math.max(best.get(phrase.field) ?? 0, confidence * phrase.weight));
  }
  return [...best].map(([field, confidence]) => ({ field, confidence })).sort((a, b) => b.confidence - a.confidence);
}

function containsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 1 && (phrase[0]?.length ?? 0) < 3) return false;
  for (let at = 0; at + phrase.length <= words.length; at++)
    if (phrase.every((word, i) => words[at + i] === word)) return true;
  return false;
}
