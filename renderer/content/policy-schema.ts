import { z } from 'zod';
import { DATA_CLASSES } from '../domain/reconciliation/back-entry-item';
import { PATIENT_STATES, type Policy } from '../domain/reconciliation/policy';
import { OWNERS } from '../domain/reconciliation/queue';
import { shapeProblems, type ContentProblem, type KnownContent } from './content-problem';
import {
  error,
  filled,
  headShape,
  provenanceProblems,
  provenanceSchema,
  repeated,
  reviewProblems,
} from './shared-schema';

const disposition = z.enum(['enter', 'scan', 'enter-and-scan', 'not-needed']);
const limit = z.enum(['first-last-notable', 'last', 'last-and-notable', 'active']).optional();
const cellSchema = z.strictObject({ do: disposition, limit, words: z.string() });

const exceptionSchema = z.strictObject({
  title: filled,
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1),
  wards: z.array(filled).min(1).optional(),
  states: z.array(z.enum(PATIENT_STATES)).min(1).optional(),
  bands: z.array(filled).min(1).optional(),
  do: disposition,
  limit,
  words: filled,
  provenance: provenanceSchema,
});

const policySchema = z.strictObject({
  ...headShape,
  summary: filled,
  provenance: provenanceSchema,
  bands: z.array(z.strictObject({ id: filled, title: filled, upToMinutes: z.int().min(1).optional() })).min(1),
  rows: z.array(
    z.strictObject({
      dataClass: z.enum(DATA_CLASSES),
      owner: z.enum(OWNERS),
      title: filled,
      cells: z.record(z.string(), cellSchema),
      provenance: provenanceSchema,
    }),
  ),
  exceptions: z.array(exceptionSchema).optional(),
});

/** Reads a preset of what is entered and what is scanned. A hole in the table would leave doses to chance. */
export function readPolicy(
  json: unknown,
  known: KnownContent,
): { readonly policy?: Policy; readonly problems: readonly ContentProblem[] } {
  const parsed = policySchema.safeParse(json);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const policy = parsed.data as Policy;
  const problems = [
    ...bandProblems(policy),
    ...rowProblems(policy, known),
    ...exceptionProblems(policy, known),
    ...reviewProblems(policy.reviewDate, known),
  ];
  return problems.some((problem) => problem.severity === 'error') ? { problems } : { policy, problems };
}

function bandProblems({ bands }: Policy): ContentProblem[] {
  return bands.flatMap((band, n) => {
    const last = n === bands.length - 1;
    if (last !== (band.upToMinutes === undefined))
      return [error('band-end', 'Only the last band is open-ended, and it must be.', `bands[${n}]`)];
    const before = bands[n - 1]?.upToMinutes ?? 0;
    return !last && (band.upToMinutes ?? 0) <= before ? [error('band-order', 'Bands must grow.', `bands[${n}]`)] : [];
  });
}

function rowProblems({ bands, rows }: Policy, known: KnownContent): ContentProblem[] {
  const ids = bands.map((band) => band.id);
  const missing = DATA_CLASSES.filter((one) => !rows.some((row) => row.dataClass === one));
  return [
    ...missing.map((one) => error('row-missing', `No row says what becomes of ${one}.`, 'rows')),
    ...repeated(rows.map((row) => row.dataClass)).map((one) =>
      error('row-twice', `${one} has more than one row.`, 'rows'),
    ),
    ...rows.flatMap((row, n) => [
      ...provenanceProblems(row.provenance, `rows[${n}].provenance`, known),
      ...ids
        .filter((id) => !row.cells[id])
        .map((id) => error('cell-missing', `${row.title} says nothing for ${id}.`, `rows[${n}].cells`)),
      ...Object.keys(row.cells)
        .filter((id) => !ids.includes(id))
        .map((id) => error('unknown-band', `There is no band ${id}.`, `rows[${n}].cells`)),
    ]),
  ];
}

/** What must reach the EHR whoever and wherever the patient is (practice.md D4: always). */
const ALWAYS_ENTERED: readonly string[] = ['identity', 'allergies', 'code-status'];

function exceptionProblems({ bands, exceptions = [] }: Policy, known: KnownContent): ContentProblem[] {
  return exceptions.flatMap((one, n) => {
    const where = `exceptions[${n}]`;
    const dropped =
      one.do === 'enter' || one.do === 'enter-and-scan'
        ? []
        : one.dataClasses.filter((each) => ALWAYS_ENTERED.includes(each));
    return [
      ...provenanceProblems(one.provenance, `${where}.provenance`, known),
      ...(one.wards === undefined && one.states === undefined && one.bands === undefined
        ? [
            error(
              'exception-for-all',
              'An exception names wards, patients or lengths; for all there is the table.',
              where,
            ),
          ]
        : []),
      ...(one.bands ?? [])
        .filter((id) => !bands.some((band) => band.id === id))
        .map((id) => error('unknown-band', `There is no band ${id}.`, `${where}.bands`)),
      ...dropped.map((each) => error('never-dropped', `${each} is entered for every patient.`, `${where}.dataClasses`)),
    ];
  });
}
