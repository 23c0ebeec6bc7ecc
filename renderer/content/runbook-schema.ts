import { z } from 'zod';
import { runbookLine, type Runbook, type RunbookStep } from '../domain/runbook/runbook';
import { wordProblems } from './checklist-schema';
import { shapeProblems, type ContentProblem, type KnownContent } from './content-problem';
import { placedSteps, wayProblems } from './runbook-ways';
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

const ROLES = [
  'ALL',
  'CN',
  'RN',
  'RN2',
  'MD',
  'CLK',
  'RUN',
  'TRN',
  'HUB',
  'BB',
  'BBMD',
  'LAB',
  'IMG',
  'PHA',
  'PT',
  'RT',
  'REG',
  'BED',
  'HS',
  'CM',
  'BIL',
  'HIM',
  'IT',
  'CMD',
  'MICRO',
  'LABLEAD',
  'PATH',
  'PHLEAD',
  'RADTECH',
  'RAD',
  'IMGLEAD',
  'PACS',
  'REGLEAD',
  'FND',
  'LED',
  'REC',
  'MRN',
  'RRN',
  'BIO',
  'MGR',
  'SU',
  'SEC',
  'OPS',
  'PLN',
  'LOG',
  'FIN',
  'SAF',
  'PIO',
  'LIA',
  'MTS',
  'PRV',
] as const;
const PHASES = [
  'readiness',
  'planned',
  'first-15',
  'first-hour',
  'during',
  'extended',
  'all-clear',
  'back-entry',
] as const;

const marked = z.strictObject({ text: filled, provenance: provenanceSchema });
const timerBase = { from: z.enum(['opening', 'outage']).optional(), after: filled.optional() };
const timerSchema = z.union([
  z.strictObject({ now: z.literal(true) }),
  z.strictObject({ due: filled, ...timerBase }),
  z.strictObject({ every: filled, times: z.int().min(1).optional(), later: filled.optional(), ...timerBase }),
  z.strictObject({ before: filled, later: filled.optional() }),
  z.strictObject({ atClock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  z.strictObject({ when: filled }),
]);
const optionSchema = z.strictObject({
  id: filled,
  label: filled,
  instruction: filled.optional(),
  goTo: filled.optional(),
});
const stepBase = {
  id: filled,
  number: z.int().min(1),
  object: filled,
  roles: z.array(z.enum(ROLES)).min(1),
  mode: z.enum(['READ-DO', 'DO-CONFIRM']),
  timer: timerSchema.optional(),
  settings: z.array(filled).optional(),
  needs: z.array(needSchema),
  why: filled.optional(),
  provenance: provenanceSchema,
};
const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...stepBase, kind: z.literal('do'), action: filled, next: filled.optional() }),
  z.strictObject({
    ...stepBase,
    kind: z.literal('decide'),
    action: z.literal(''),
    options: z.array(optionSchema).min(2).max(4),
  }),
]);
const blockSchema = z.strictObject({ id: filled, title: filled, steps: z.array(stepSchema).min(1) });

const runbookSchema = z.strictObject({
  ...headShape,
  code: filled,
  tags: z.array(filled),
  notice: filled,
  purpose: filled,
  whenToUse: filled,
  who: z.array(z.enum(ROLES)).min(1),
  before: z.strictObject({
    forms: z.array(filled),
    contacts: z.array(filled),
    equipment: z.array(marked),
    notes: z.array(marked),
  }),
  settings: z.array(
    z.strictObject({
      id: filled,
      label: filled,
      unit: z.enum(['min', 'h', 'd', 'percent', 'count']),
      value: z.number().positive(),
      note: filled.optional(),
      provenance: provenanceSchema,
    }),
  ),
  phases: z.array(z.strictObject({ id: z.enum(PHASES), title: filled, blocks: z.array(blockSchema).min(1) })).min(1),
  warnings: z.array(marked),
  cards: z.array(z.strictObject({ id: filled, title: filled, lines: z.array(marked).min(1) })).optional(),
  backEntry: z.array(
    z.strictObject({
      order: z.int(),
      what: filled,
      who: z.array(filled).min(1),
      verifiedBy: z.string(),
      provenance: provenanceSchema.optional(),
    }),
  ),
  paperKept: z.array(marked),
  knownProblems: z.array(
    z.strictObject({
      id: filled,
      title: filled,
      symptoms: z.array(filled).min(1),
      fix: z.array(marked).min(1),
      callNext: z.array(filled).min(1),
    }),
  ),
  problems: z.array(filled).optional(),
});

/** Reads a runbook from a file: its shape, then whether every branch leads somewhere and ends. */
export function readRunbook(
  json: unknown,
  known: KnownContent,
): { readonly runbook?: Runbook; readonly problems: readonly ContentProblem[] } {
  const parsed = runbookSchema.safeParse(json);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const runbook = parsed.data as Runbook;
  const problems = [
    ...stepProblems(runbook, known),
    ...wayProblems(runbook),
    ...proseProblems(runbook, known),
    ...problemProblems(runbook, known),
    ...reviewProblems(runbook.reviewDate, known),
  ];
  return problems.some((problem) => problem.severity === 'error') ? { problems } : { runbook, problems };
}

function stepProblems(runbook: Runbook, known: KnownContent): ContentProblem[] {
  const steps = placedSteps(runbook);
  const ids = steps.map(({ step }) => step.id);
  const settings = runbook.settings.map((setting) => setting.id);
  return [
    ...repeated(ids).map((id) => error('step-twice', `Step id ${id} occurs more than once.`, 'phases')),
    ...repeated(runbook.phases.flatMap((phase) => phase.blocks.map((block) => block.id))).map((id) =>
      error('block-twice', `Block id ${id} occurs more than once.`, 'phases'),
    ),
    ...steps.flatMap(({ step, where }) => [
      ...wordProblems(runbookLine(step), where),
      ...needProblems(step.needs, where, known),
      ...provenanceProblems(step.provenance, `${where}.provenance`, known),
      ...[...targets(step), ...timerStep(step)]
        .filter((target) => !ids.includes(target))
        .map((target) => error('unknown-step', `Leads to step ${target}, which does not exist.`, where)),
      ...settingsOf(step)
        .filter((id) => !settings.includes(id))
        .map((id) => error('unknown-setting', `Setting ${id} is not in "settings".`, where)),
    ]),
  ];
}

function problemProblems({ problems = [] }: Runbook, known: KnownContent): ContentProblem[] {
  return problems
    .filter((code) => known.problems?.includes(code) === false)
    .map((code) => error('unknown-problem', `Known problem ${code} is not in library/problems.`, 'problems'));
}

function targets(step: RunbookStep): string[] {
  return [
    ...(step.options ?? []).flatMap((option) => option.goTo ?? []),
    ...(step.next === undefined || step.next === 'end' ? [] : [step.next]),
  ];
}

function timerStep({ timer }: RunbookStep): string[] {
  return timer && 'after' in timer && timer.after !== undefined ? [timer.after] : [];
}

function settingsOf({ timer, settings = [] }: RunbookStep): string[] {
  if (!timer) return [...settings];
  if ('due' in timer) return [timer.due, ...settings];
  if (!('every' in timer || 'before' in timer)) return [...settings];
  const first = 'every' in timer ? timer.every : timer.before;
  return [first, ...(timer.later === undefined ? [] : [timer.later]), ...settings];
}

function proseProblems(runbook: Runbook, known: KnownContent): ContentProblem[] {
  const lists = {
    warnings: runbook.warnings,
    paperKept: runbook.paperKept,
    settings: runbook.settings,
    'before.equipment': runbook.before.equipment,
    'before.notes': runbook.before.notes,
    ...Object.fromEntries((runbook.cards ?? []).map(({ lines }, n) => [`cards[${n}].lines`, lines])),
  };
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      list.flatMap((one, n) => provenanceProblems(one.provenance, `${name}[${n}]`, known)),
    ),
    ...runbook.backEntry.flatMap(({ provenance }, n) =>
      provenance ? provenanceProblems(provenance, `backEntry[${n}]`, known) : [],
    ),
    ...needProblems(
      runbook.before.contacts.map((id) => ({ kind: 'contact', id })),
      'before',
      known,
    ),
    ...needProblems(
      runbook.before.forms.map((id) => ({ kind: 'form', id })),
      'before',
      known,
    ),
  ];
}
