import { z } from 'zod';
import { stepText, wordCount, type Checklist } from '../domain/checklist/checklist';
import { PHASES } from '../domain/checklist/phases';
import { MAX_WORDS, shapeProblems, type ContentProblem, type KnownContent } from './content-problem';
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

const minutes = z.int();
const dueSchema = z.union([
  z.strictObject({ fromStart: minutes }),
  z.strictObject({ fromPhase: minutes.min(0) }),
  z.strictObject({ every: minutes.min(5), first: minutes.min(0), from: z.enum(['start', 'phase']) }),
  z.strictObject({ atClock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
]);

const stepSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  object: filled,
  action: filled,
  why: filled.optional(),
  mode: z.enum(['READ-DO', 'DO-CONFIRM']),
  due: dueSchema.optional(),
  needs: z.array(needSchema),
  evidence: z.enum(['tick', 'number', 'text', 'two-persons']),
  evidenceLabel: filled.optional(),
  provenance: provenanceSchema,
});

const phaseIds = PHASES.map((phase) => phase.id);

const checklistSchema = z.strictObject({
  ...headShape,
  role: filled,
  summary: filled,
  phases: z.array(z.strictObject({ id: z.enum(phaseIds), steps: z.array(stepSchema).min(1) })).min(1),
});

/** Reads a role card from a file: its shape, then what a shape cannot say. A card with errors is not used. */
export function readChecklist(
  json: unknown,
  known: KnownContent,
): { readonly checklist?: Checklist; readonly problems: readonly ContentProblem[] } {
  const parsed = checklistSchema.safeParse(json);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const checklist = parsed.data as Checklist;
  const problems = [...contentProblems(checklist, known), ...reviewProblems(checklist.reviewDate, known)];
  return problems.some((problem) => problem.severity === 'error') ? { problems } : { checklist, problems };
}

function contentProblems(checklist: Checklist, known: KnownContent): ContentProblem[] {
  const ids = checklist.phases.flatMap((phase) => phase.steps.map((step) => step.id));
  const order = checklist.phases.map((phase) => phaseIds.indexOf(phase.id));
  const inOrder = order.every((place, n) => n === 0 || place > (order[n - 1] ?? -1));
  const steps = checklist.phases.flatMap((phase, p) =>
    phase.steps.map((step, s) => ({ step, where: `phases[${p}].steps[${s}]` })),
  );
  return [
    ...(inOrder
      ? []
      : [error('phase-order', `Phases must come once each, in this order: ${phaseIds.join(', ')}.`, 'phases')]),
    ...repeated(ids).map((id) => error('step-twice', `Step id ${id} occurs more than once.`, 'phases')),
    ...steps.flatMap(({ step, where }) => [
      ...wordProblems(stepText(step), where),
      ...needProblems(step.needs, where, known),
      ...provenanceProblems(step.provenance, `${where}.provenance`, known),
    ]),
  ];
}

/** Over twelve words a line is not read any more. */
export function wordProblems(line: string, where: string): ContentProblem[] {
  const words = wordCount(line);
  return words <= MAX_WORDS
    ? []
    : [error('too-many-words', `${words} words, at most ${MAX_WORDS}: "${line}". Move the rest to "why".`, where)];
}
