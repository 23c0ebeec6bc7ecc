import type { Instant } from '../../../domain/basics/time';
import type { Checklist, ChecklistStep, DueRule } from '../../../domain/checklist/checklist';
import { phaseRule } from '../../../domain/checklist/phases';
import { durationText } from '../../../domain/outage/duration-text';
import { sectionHeading } from '../form/headings';
import type { Block } from '../layout/block';
import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import type { SheetPages } from '../sheet-pages';
import { clinicalInstant } from '../type/dates';
import { WORDS } from '../words';
import { plainSheetPages } from './plain-sheet';
import { introBlocks, PLAIN_RHYTHM } from './plain-blocks';
import { type PaperStep, stepTable } from './step-table';

/** Rounds that can be ticked on one sheet: a night. */
const ROUNDS = 8;

/** A role's checklist on paper, with boxes for who did what when. Needs no sign-in: there is no patient in it. */
export function paperChecklist(
  checklist: Checklist,
  options: {
    readonly paper: Paper;
    readonly context: PaperContext;
    readonly serial?: string;
    readonly startedAt?: Instant;
  },
): SheetPages {
  const { id, title, version, status, summary, owner, reviewDate, phases } = checklist;
  const code = id.toUpperCase();
  const blocks = (width: number): readonly Block[] => [
    ...introBlocks(
      {
        text: summary,
        small: WORDS.owner(owner, reviewDate),
        lines: [
          [WORDS.startedAt, options.startedAt ? clinicalInstant(options.startedAt) : ''],
          [WORDS.usedBy, ''],
          [WORDS.onDate, ''],
        ],
      },
      width,
    ),
    ...phases.flatMap((phase) => {
      const name = phaseRule(phase.id).title;
      const again = (): Block => sectionHeading(name, width, PLAIN_RHYTHM, true);
      return [
        sectionHeading(name, width, PLAIN_RHYTHM),
        { ...stepTable(name, phase.steps.map(paperStep), width), heading: again },
      ];
    }),
  ];
  return plainSheetPages(
    { title, code, version, serial: options.serial ?? code, draft: status !== 'active', blocks },
    options.paper,
    options.context,
  );
}

function paperStep(step: ChecklistStep): PaperStep {
  const needs = step.needs.filter(({ kind }) => kind === 'form' || kind === 'runbook').map(({ id }) => id);
  const repeated = step.due !== undefined && ('every' in step.due || 'atClock' in step.due);
  const aside = [step.why, needs.length > 0 ? `${WORDS.needs(needs.join(', '))}.` : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
  const notes = [
    aside,
    step.evidence === 'two-persons' ? WORDS.twoPersons : undefined,
    step.evidenceLabel && `${step.evidenceLabel}: ${'_'.repeat(18)}`,
  ];
  return {
    id: step.id,
    line: [
      { text: step.object, style: 'bodyBold' },
      { text: ` → ${step.action}`, style: 'body' },
    ],
    below: notes.flatMap((text) => (text ? [[{ text, style: 'label' as const }]] : [])),
    due: dueWords(step.due),
    answers: [],
    rounds: repeated ? ROUNDS : 0,
  };
}

/** When a step is due, as words: paper does not know when the outage began. */
function dueWords(due: DueRule | undefined): string {
  if (due === undefined) return '';
  const words = (minutes: number): string => durationText(Math.abs(minutes) * 60_000);
  if ('atClock' in due) return WORDS.daily(due.atClock);
  if ('every' in due) return WORDS.every(words(due.every));
  if ('fromPhase' in due) return due.fromPhase === 0 ? WORDS.now : WORDS.afterPhase(words(due.fromPhase));
  if (due.fromStart < 0) return WORDS.beforeStart(words(due.fromStart));
  return due.fromStart === 0 ? WORDS.now : WORDS.within(words(due.fromStart));
}
