import type { BackEntryOwner } from '../form/form';
import { durationText } from '../outage/duration-text';
import { bandOf, type Policy, type PolicyRow } from './policy';

/** What a role has to do, in words, and as lists for a page. */
export interface PolicyExplanation {
  readonly text: string;
  readonly enter: readonly string[];
  readonly scan: readonly string[];
  readonly notNeeded: readonly string[];
  /** Rules for some wards or patients, in words. */
  readonly exceptions: readonly string[];
}

/** "For this outage of 3 h 10 min you enter …": only the column that applies, only the rows of this owner. */
export function explainPolicy(policy: Policy, outageMs: number, owner: BackEntryOwner): PolicyExplanation {
  const band = bandOf(policy, outageMs);
  const enter: string[] = [];
  const scan: string[] = [];
  const notNeeded: string[] = [];
  for (const row of policy.rows) {
    const cell = band && row.cells[band.id];
    if (!isOf(owner, row) || !cell) continue;
    const words = cell.words === '' ? row.title : `${row.title} (${cell.words})`;
    if (cell.do === 'enter' || cell.do === 'enter-and-scan') enter.push(words);
    if (cell.do === 'scan' || cell.do === 'enter-and-scan') scan.push(row.title);
    if (cell.do === 'not-needed') notNeeded.push(words);
  }
  const classes = new Set(policy.rows.filter((row) => isOf(owner, row)).map((row) => row.dataClass));
  const exceptions = (policy.exceptions ?? [])
    .filter((one) => one.dataClasses.some((each) => classes.has(each)))
    .filter((one) => one.bands === undefined || (band !== undefined && one.bands.includes(band.id)))
    .map((one) => `${one.title}: ${one.words}`);
  const sentences = [
    enter.length > 0 ? `you enter ${list(enter)}` : 'you enter nothing',
    ...(scan.length > 0 ? [`the paper of ${list(scan)} is scanned`] : []),
    ...(notNeeded.length > 0 ? [`${list(notNeeded)} stays on paper`] : []),
  ];
  const text = [
    `For this outage of ${durationText(outageMs)} ${sentences.join('; ')}.`,
    ...exceptions.map((one) => `${one}.`),
  ];
  return { text: text.join(' '), enter, scan, notNeeded, exceptions };
}

/** The blood bank's requests stand in the laboratory's row of the published tables. */
function isOf(owner: BackEntryOwner, row: PolicyRow): boolean {
  return row.owner === owner || (owner === 'blood-bank' && row.dataClass === 'laboratory');
}

function list(words: readonly string[]): string {
  const lower = words.map((word) => word.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()));
  return lower.length < 2 ? lower.join('') : `${lower.slice(0, -1).join(', ')} and ${lower.at(-1) ?? ''}`;
}
