import { readFileSync } from 'node:fs';
import { CHECKLIST, type Promised } from './checklist';
import type { TriesMeta } from './tries';

/** One test as vitest's JSON report tells it. */
interface Told {
  readonly fullName: string;
  readonly status: string;
  readonly meta?: TriesMeta;
}

interface Row {
  readonly where: string;
  readonly check: string;
  readonly tries: number;
  readonly result: string;
  readonly good: boolean;
}

/** Prints one row for each promise; answers how many were not kept or not proven. */
export function securityTable(options: {
  readonly report: string;
  /** Only some tests were asked for: promises without any of theirs are left out. */
  readonly partly: boolean;
}): number {
  const told = (
    JSON.parse(readFileSync(options.report, 'utf8')) as {
      readonly testResults: readonly { readonly assertionResults: readonly Told[] }[];
    }
  ).testResults.flatMap(({ assertionResults }) => assertionResults);
  const asked = (one: Promised): boolean => !options.partly || told.some(({ fullName }) => proves(one, fullName));
  const rows = CHECKLIST.filter(asked).map((promised) => rowOf(promised, told, options.partly));
  const strays = told.filter(
    ({ status, fullName }) => status === 'failed' && !CHECKLIST.some((one) => proves(one, fullName)),
  );
  print([...rows, ...strays.map(strayRow)]);
  const bad = [...rows, ...strays.map(strayRow)].filter(({ good }) => !good).length;
  const tests = told.filter(({ status }) => status === 'passed').length;
  process.stdout.write(
    `${rows.length} checks by ${tests} tests, ${bad === 0 ? 'all kept' : `${bad} NOT AS THEY MUST BE`}\n`,
  );
  return bad;
}

const proves = ({ proof }: Promised, name: string): boolean => proof.some((pattern) => pattern.test(name));

function rowOf(promised: Promised, told: readonly Told[], partly: boolean): Row {
  const { where, check, proof } = promised;
  const mine = told.filter(({ fullName }) => proves(promised, fullName));
  const without = proof.filter((pattern) => !mine.some(({ fullName }) => pattern.test(fullName)));
  const failed = mine.filter(({ status }) => status === 'failed');
  const played = mine.filter(({ status }) => status === 'passed');
  const reasons = [...new Set(mine.flatMap(({ meta }) => meta?.notHere ?? []))].join('; ');
  const tries = played.reduce((sum, { meta }) => sum + (meta?.tries ?? 1), 0);
  const base = { where, check, tries };
  if (without.length > 0 && !partly)
    return { ...base, result: `NO PROOF: no test named ${without.join(', ')}`, good: false };
  if (failed.length > 0) return { ...base, result: `FAILED: ${failed[0]?.fullName ?? ''}`, good: false };
  if (reasons !== '')
    return { ...base, result: `${played.length > 0 ? 'kept, in part ' : ''}not played here: ${reasons}`, good: true };
  return { ...base, result: played.length > 0 ? 'kept' : 'NOT PLAYED', good: played.length > 0 };
}

function strayRow({ fullName }: Told): Row {
  return { where: 'other', check: fullName, tries: 1, result: 'FAILED', good: false };
}

function print(rows: readonly Row[]): void {
  const lines = [
    ['', 'check', 'tries', 'result'],
    ...rows.map(({ where, check, tries, result }) => [where, check, `${tries}`, result]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}
