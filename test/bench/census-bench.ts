import Papa from 'papaparse';
import { findPatients, indexPatients } from '../../renderer/domain/patient/find-patients';
import { readCensus } from '../../renderer/exchange/census/read-census';
import type { Ratio } from './ratio';

const ROUNDS = 7;
/** What somebody types letter by letter: a name part with an accent, a number's last digits, a bed, a birth date. */
const QUERIES = ['garcía an', 'fam123 giv', '00423', '7b-12', '25.03.1950', 'zzzz'];
/** Milliseconds a key may take, by size of the list. */
const KEY_LIMITS = [
  [5_000, 16],
  [50_000, 50],
] as const;

/** A hospital's list as an EHR writes it. */
function hospitalCsv(patients: number): string {
  const rows = Array.from(
    { length: patients },
    (_, n) =>
      `${100_000 + n},${n % 50 === 0 ? 'García' : `Fam${n}`},Giv${n % 997} Ana,19${30 + (n % 70)}-0${1 + (n % 9)}-1${n % 9},${n % 2 === 0 ? 'F' : 'M'},W${n % 40},7B-${n % 30},"Penicillin (rash); Latex",${40 + (n % 60)}.5`,
  );
  return `MRN,Last,First,DOB,Sex,Ward,Bed,Allergies,Weight\n${rows.join('\n')}\n`;
}

/** Reading a list of 5,000 beside a plain parse of the same text, and each key of the finder at 5,000 and 50,000. */
export function benchCensus(): { readonly ratios: readonly Ratio[]; readonly lines: readonly string[] } {
  const text = hospitalCsv(5_000);
  const bytes = new TextEncoder().encode(text);
  const siteDefaults = {
    now: '2026-11-22T05:27:00.000+01:00',
    assigner: 'bench',
    idFor: (assigner: string, mrn: string) => `${assigner}#${mrn}`,
  };
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timed(() => readCensus({ files: [{ name: 'ward.csv', bytes }], siteDefaults })));
    plain.push(timed(() => Papa.parse(text, { header: true })));
  }
  const ratio: Ratio = {
    what: 'reading a census of 5,000 with mapping, dates, allergies and identity',
    ours: median(ours),
    plain: median(plain),
    against: 'papaparse with a header row, nothing understood',
    unit: 'ms',
    rounds: ROUNDS,
  };
  return { ratios: [ratio], lines: KEY_LIMITS.map(([size, limitMs]) => keyLine(size, limitMs)) };
}

function keyLine(size: number, limitMs: number): string {
  const patients = Array.from({ length: size }, (_, n) => ({
    id: `p${n}`,
    family: n % 50 === 0 ? 'García' : `Fam${n}`,
    given: `Giv${n % 997} Ana`,
    birthDate: `19${30 + (n % 70)}-0${1 + (n % 9)}-1${n % 9}`,
    mrn: String(100_000 + n),
    ward: `W${n % 40}`,
    bed: `7B-${n % 30}`,
  }));
  const index = indexPatients(patients);
  const keys = QUERIES.flatMap((query) =>
    Array.from({ length: query.length }, (_, at) => timed(() => findPatients(index, query.slice(0, at + 1)))),
  ).toSorted((a, b) => a - b);
  const p95 = keys[Math.floor(keys.length * 0.95)] ?? 0;
  const worst = keys.at(-1) ?? 0;
  const verdict = p95 <= limitMs ? 'met' : 'MISSED';
  return `find as you type among ${size}: ${p95.toFixed(1)} ms a key at p95, ${worst.toFixed(1)} at worst, aim ${limitMs} ms: ${verdict}`;
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
