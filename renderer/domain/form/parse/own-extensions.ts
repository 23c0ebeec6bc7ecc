import type { BackEntry, FormItem, PaperHints, ScoreBand } from '../form';
import { extensionNumber, extensionsOf, extensionText, firstExtension, type Extensions } from './extensions';
import { noteWarning, type FormReading } from './form-reading';

type OwnParts = Pick<FormItem, 'softMin' | 'softMax' | 'backEntry' | 'paper' | 'prefill' | 'score'>;

const OWNERS: ReadonlySet<string> = new Set<BackEntry['owner']>([
  'registration',
  'pharmacy',
  'laboratory',
  'blood-bank',
  'imaging',
  'nursing',
  'physician',
  'medical-records',
]);
const DISPOSITIONS: ReadonlySet<string> = new Set<BackEntry['disposition']>([
  'enter',
  'scan',
  'enter-and-scan',
  'not-needed',
]);
const LEVELS: ReadonlySet<string> = new Set<ScoreBand['level']>(['none', 'warning', 'critical']);

/** Our own extensions on a form or item; documented in renderer/content/README.md. */
export function parseOwn(extensions: Extensions, reading: FormReading): OwnParts {
  const softMin = extensionNumber(extensions, 'own:softMin');
  const softMax = extensionNumber(extensions, 'own:softMax');
  const backEntry = parseBackEntry(extensions, reading);
  const prefill = extensionText(extensions, 'own:prefill');
  const score = parseScore(extensions, reading);
  return {
    ...(softMin === undefined ? {} : { softMin }),
    ...(softMax === undefined ? {} : { softMax }),
    ...(backEntry === undefined ? {} : { backEntry }),
    ...(prefill === undefined ? {} : { prefill }),
    ...(score === undefined ? {} : { score }),
    paper: parsePaper(extensions),
  };
}

function parseBackEntry(extensions: Extensions, reading: FormReading): BackEntry | undefined {
  const found = firstExtension(extensions, 'own:backEntry');
  if (!found) return undefined;
  const parts = extensionsOf(found.object, found.where);
  const owner = extensionText(parts, 'owner');
  const disposition = extensionText(parts, 'disposition') ?? 'enter';
  if (owner === undefined || !OWNERS.has(owner) || !DISPOSITIONS.has(disposition)) {
    noteWarning(
      reading,
      'back-entry',
      found.where,
      'backEntry needs an owner and a disposition of the known lists; it is left out.',
    );
    return undefined;
  }
  const dataClass = extensionText(parts, 'dataClass');
  const others = textsOf(parts, 'with');
  const occurred = extensionText(parts, 'occurred');
  return {
    owner: owner as BackEntry['owner'],
    disposition: disposition as BackEntry['disposition'],
    // The last of the order of entry (reconciliation's `rest`).
    priority: extensionNumber(parts, 'priority') ?? 6,
    ...(dataClass === undefined ? {} : { dataClass }),
    ...(others.length === 0 ? {} : { with: others }),
    ...(occurred === undefined ? {} : { occurred }),
  };
}

function parsePaper(extensions: Extensions): PaperHints {
  const found = firstExtension(extensions, 'own:paper');
  const parts: Extensions = found ? extensionsOf(found.object, found.where) : new Map();
  const hints: Record<string, number | string | boolean> = {};
  for (const name of ['rows', 'columns', 'boxes', 'width', 'sets'] as const) {
    const value = extensionNumber(parts, name);
    if (value !== undefined && Number.isInteger(value) && value > 0) hints[name] = value;
  }
  for (const name of ['label', 'note'] as const) {
    const value = extensionText(parts, name);
    if (value !== undefined) hints[name] = value;
  }
  for (const name of ['newPage', 'landscape'] as const)
    if (firstExtension(parts, name)?.value === true) hints[name] = true;
  const leaveOut = extensionText(parts, 'leaveOut');
  if (leaveOut === 'always' || leaveOut === 'blank') hints['leaveOut'] = leaveOut;
  return hints;
}

function parseScore(extensions: Extensions, reading: FormReading): FormItem['score'] {
  const found = firstExtension(extensions, 'own:score');
  if (!found) return undefined;
  const parts = extensionsOf(found.object, found.where);
  const bands = (parts.get('band') ?? []).flatMap((band): ScoreBand[] => {
    const inner = extensionsOf(band.object, band.where);
    const from = extensionNumber(inner, 'from');
    const to = extensionNumber(inner, 'to');
    const text = extensionText(inner, 'text');
    if (from === undefined || to === undefined || text === undefined) {
      noteWarning(reading, 'score-band', band.where, 'A band needs from, to and text; it is left out.');
      return [];
    }
    return [{ from, to, text, level: levelOf(extensionText(inner, 'level')) }];
  });
  const trigger = firstExtension(parts, 'trigger');
  const inner = trigger && extensionsOf(trigger.object, trigger.where);
  const linkId = inner && extensionText(inner, 'linkId');
  const text = inner && extensionText(inner, 'text');
  return {
    parts: textsOf(parts, 'part'),
    bands,
    ...(inner && linkId && text ? { trigger: { linkId, text, level: levelOf(extensionText(inner, 'level')) } } : {}),
  };
}

function textsOf(parts: Extensions, name: string): string[] {
  return (parts.get(name) ?? []).flatMap(({ value }) => (typeof value === 'string' ? value : []));
}

function levelOf(text: string | undefined): ScoreBand['level'] {
  return text !== undefined && LEVELS.has(text) ? (text as ScoreBand['level']) : 'none';
}
