import { z } from 'zod';
import type { Escalation } from '../domain/runbook/escalation';
import { fixLine, type KnownProblem, type ProblemCall } from '../domain/runbook/known-problem';
import type { MarkedText } from '../domain/runbook/runbook';
import { SYSTEMS } from '../domain/outage/entries';
import { wordProblems } from './checklist-schema';
import { shapeProblems, type ContentProblem, type KnownContent } from './content-problem';
import {
  error,
  filled,
  headShape,
  needProblems,
  needSchema,
  provenanceProblems,
  provenanceSchema,
  repeated,
  reviewProblems,
} from './shared-schema';

const call = z.strictObject({ who: filled, contact: filled.optional(), for: filled.optional() });
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const marked = z.strictObject({ text: filled, provenance: provenanceSchema });
const span = { unit: z.enum(['min', 'h']), value: z.number().positive() };
const limitHead = { id: filled, when: filled.optional(), provenance: provenanceSchema };

const problemSchema = z.strictObject({
  ...headShape,
  code: z.string().regex(/^KP\d{2,}$/),
  ownedBy: call,
  deputy: call.optional(),
  systems: z.array(z.enum(SYSTEMS)),
  levels: z.array(z.strictObject({ level, when: filled.optional() })).min(1),
  symptoms: z.array(filled).min(1),
  alsoSaid: z.array(filled).optional(),
  checks: z.array(filled).min(1),
  fixes: z
    .array(
      z.strictObject({
        id: filled,
        object: filled,
        action: filled,
        needs: z.array(needSchema),
        provenance: provenanceSchema,
      }),
    )
    .min(1),
  limits: z
    .array(z.union([z.strictObject({ ...limitHead, ...span }), z.strictObject({ ...limitHead, until: filled })]))
    .min(1),
  next: z.array(call).min(1),
  notes: z.array(marked),
});

const time = z.union([z.strictObject(span), z.strictObject({ words: filled })]);
const escalationSchema = z.strictObject({
  ...headShape,
  notice: filled,
  purpose: filled,
  howToUse: z.array(marked),
  severities: z.array(
    z.strictObject({ level, meaning: filled, answerWithin: time, escalateAfter: time, provenance: provenanceSchema }),
  ),
  rules: z.array(marked),
  ladder: z.array(call).min(2),
  ladderRules: z.array(marked),
  callFacts: z.array(filled).min(1),
  contactPage: z.strictObject({ columns: z.array(filled).min(1), more: z.array(call), rules: z.array(marked) }),
  record: z.strictObject({ fields: z.array(filled).min(1), states: z.array(filled).min(1), rules: z.array(marked) }),
});

/** Reads a known problem from a file: its shape, then contacts, sources, lengths of lines, what stands twice. */
export function readProblem(
  json: unknown,
  known: KnownContent,
): { readonly problem?: KnownProblem; readonly problems: readonly ContentProblem[] } {
  const parsed = problemSchema.safeParse(json);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const problem = parsed.data as KnownProblem;
  const twice = (values: readonly string[], where: string): ContentProblem[] =>
    repeated(values).map((value) => error('twice', `"${value}" occurs more than once.`, where));
  const problems = [
    ...twice(problem.symptoms, 'symptoms'),
    ...twice(
      problem.fixes.map(({ id }) => id),
      'fixes',
    ),
    ...twice(
      problem.limits.map(({ id }) => id),
      'limits',
    ),
    ...problem.fixes.flatMap((fix, n) => [
      ...wordProblems(fixLine(fix), `fixes[${n}]`),
      ...needProblems(fix.needs, `fixes[${n}]`, known),
      ...provenanceProblems(fix.provenance, `fixes[${n}].provenance`, known),
    ]),
    ...problem.limits.flatMap((limit, n) => provenanceProblems(limit.provenance, `limits[${n}].provenance`, known)),
    ...openEnded(problem),
    ...callProblems([problem.ownedBy], 'ownedBy', known),
    ...callProblems(problem.deputy ? [problem.deputy] : [], 'deputy', known),
    ...callProblems(problem.next, 'next', known),
    ...markProblems(problem.notes, 'notes', known),
    ...reviewProblems(problem.reviewDate, known),
  ];
  return problems.some((one) => one.severity === 'error') ? { problems } : { problem, problems };
}

/** Reads the escalation file; every level of severity must have its row. */
export function readEscalation(
  json: unknown,
  known: KnownContent,
): { readonly escalation?: Escalation; readonly problems: readonly ContentProblem[] } {
  const parsed = escalationSchema.safeParse(json);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const escalation = parsed.data as Escalation;
  const levels = escalation.severities.map((row) => row.level);
  const problems = [
    ...([1, 2, 3, 4] as const)
      .filter((one) => levels.filter((row) => row === one).length !== 1)
      .map((one) => error('severity-rows', `Level ${one} needs exactly one row.`, 'severities')),
    ...escalation.severities.flatMap((row, n) => provenanceProblems(row.provenance, `severities[${n}]`, known)),
    ...callProblems(escalation.ladder, 'ladder', known),
    ...callProblems(escalation.contactPage.more, 'contactPage.more', known),
    ...Object.entries({
      howToUse: escalation.howToUse,
      rules: escalation.rules,
      ladderRules: escalation.ladderRules,
      'contactPage.rules': escalation.contactPage.rules,
      'record.rules': escalation.record.rules,
    }).flatMap(([where, lines]) => markProblems(lines, where, known)),
    ...reviewProblems(escalation.reviewDate, known),
  ];
  return problems.some((one) => one.severity === 'error') ? { problems } : { escalation, problems };
}

/** Only the last level may stand without a condition: what comes after it is never reached. */
function openEnded({ levels }: KnownProblem): ContentProblem[] {
  const early = levels.findIndex(({ when }, n) => when === undefined && n < levels.length - 1);
  return early < 0
    ? []
    : [error('level-hidden', 'A level without "when" hides those after it: move it last.', `levels[${early}]`)];
}

function callProblems(calls: readonly ProblemCall[], where: string, known: KnownContent): ContentProblem[] {
  return calls.flatMap(({ contact }, n) =>
    contact === undefined ? [] : needProblems([{ kind: 'contact', id: contact }], `${where}[${n}]`, known),
  );
}

function markProblems(lines: readonly MarkedText[], where: string, known: KnownContent): ContentProblem[] {
  return lines.flatMap(({ provenance }, n) => provenanceProblems(provenance, `${where}[${n}]`, known));
}
