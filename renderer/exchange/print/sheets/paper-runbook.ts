import {
  type Runbook,
  type RunbookBlock,
  type RunbookRole,
  type RunbookSetting,
  type RunbookStep,
  stepsOf,
} from '../../../domain/runbook/runbook';
import { paragraph, sectionHeading, subHeading } from '../form/headings';
import type { Block } from '../layout/block';
import { dataTable } from '../layout/data-table';
import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import type { SheetPages } from '../sheet-pages';
import type { Run } from '../type/styles';
import { WORDS } from '../words';
import { framedNotice, introBlocks, PLAIN_RHYTHM } from './plain-blocks';
import { plainText } from './plain-text';
import { ROLE_WORDS, roleLegend, ROLES_HEAD } from './role-words';
import { runbookEnd } from './runbook-end';
import { plainSheetPages } from './plain-sheet';
import { type PaperStep, stepTable } from './step-table';
import { timerWords } from './timer-words';

const ROUNDS = 8;
const CLOSE = { ...PLAIN_RHYTHM, gap: 0.4 };

/** A line of the site's directory. */
export interface PaperContact {
  readonly id: string;
  readonly role: string;
  readonly phone: string;
  readonly alternative: string;
}

/** What the runbook names by id, as people know it. */
export interface RunbookNames {
  /** Leave out while the directory still holds samples: an invented number on paper would be dialled. */
  readonly contacts?: readonly PaperContact[];
  /** Titles by form id. */
  readonly forms?: ReadonlyMap<string, string>;
}

/** A runbook on paper: the same numbers as on screen, so that "go to step 57" can be read aloud. */
export function paperRunbook(
  runbook: Runbook,
  options: {
    readonly paper: Paper;
    readonly context: PaperContext;
    readonly serial?: string;
    readonly names?: RunbookNames;
  },
): SheetPages {
  const { code, title, version, status, owner, reviewDate, notice, purpose, whenToUse, warnings, phases } = runbook;
  const blocks = (width: number): readonly Block[] => [
    framedNotice('', [notice], width),
    ...introBlocks(
      {
        text: purpose,
        small: WORDS.owner(owner, reviewDate),
        lines: [
          [WORDS.startedAt, ''],
          [WORDS.usedBy, ''],
          [WORDS.onDate, ''],
        ],
      },
      width,
    ),
    subHeading(WORDS.whenToUse, width, PLAIN_RHYTHM),
    paragraph(plainText(whenToUse), width, CLOSE),
    ...(warnings.length > 0
      ? [
          framedNotice(
            WORDS.warnings,
            warnings.map(({ text }) => plainText(text)),
            width,
          ),
        ]
      : []),
    ...(runbook.cards ?? []).flatMap(({ title: head, lines }) => [
      subHeading(head, width, PLAIN_RHYTHM),
      ...lines.map(({ text }) => paragraph(plainText(text), width, CLOSE)),
    ]),
    ...readyBlocks(runbook, options.names ?? {}, width),
    subHeading(ROLES_HEAD, width, PLAIN_RHYTHM),
    paragraph(
      roleLegend([...runbook.who, ...stepsOf(runbook).flatMap(({ step }) => step.roles), ...backEntryRoles(runbook)]),
      width,
      CLOSE,
    ),
    ...phases.flatMap((phase) => [
      sectionHeading(phase.title, width, PLAIN_RHYTHM),
      ...phase.blocks.flatMap((block) => stepBlocks(runbook, phase.title, block, width)),
    ]),
    ...runbookEnd(runbook, width),
  ];
  return plainSheetPages(
    { title, code, version, serial: options.serial ?? code, draft: status !== 'active', blocks },
    options.paper,
    options.context,
  );
}

function readyBlocks({ before }: Runbook, { contacts = [], forms }: RunbookNames, width: number): readonly Block[] {
  const list = (head: string, items: readonly string[]): readonly Block[] =>
    items.length === 0 ? [] : [subHeading(head, width, PLAIN_RHYTHM), paragraph(items.join(' · '), width, CLOSE)];
  const people = before.contacts.map((id) => {
    const contact = contacts.find((one) => one.id === id);
    // An id in words, and room to write the number that is not known.
    return [
      { text: contact?.role ?? id.replaceAll('-', ' '), style: 'body' as const },
      { text: contact?.phone ?? '' },
      { text: contact?.alternative ?? '', style: 'body' as const },
    ];
  });
  const columns = [
    { head: WORDS.contact, share: 4 },
    { head: WORDS.phone, share: 3 },
    { head: WORDS.otherwise, share: 4 },
  ];
  return [
    ...list(
      WORDS.equipment,
      before.equipment.map(({ text }) => plainText(text)),
    ),
    ...list(
      WORDS.notes,
      before.notes.map(({ text }) => plainText(text)),
    ),
    ...list(
      WORDS.forms,
      before.forms.map((id) => [id, forms?.get(id)].filter((part) => part !== undefined).join(' ')),
    ),
    ...(people.length > 0 ? [dataTable(WORDS.contacts, columns, people, width, 7)] : []),
  ];
}

function stepBlocks(runbook: Runbook, phase: string, block: RunbookBlock, width: number): readonly Block[] {
  const heading = (): Block => sectionHeading(phase, width, PLAIN_RHYTHM, true);
  // Steps of other runbooks send people to "RB-01 block G".
  const title = /^[A-Z]$/.test(block.id) ? `${block.id}  ${block.title}` : block.title;
  const own = title === phase ? [] : [{ ...subHeading(title, width, PLAIN_RHYTHM), heading }];
  return [
    ...own,
    {
      ...stepTable(
        block.title,
        block.steps.map((step) => paperStep(runbook, step)),
        width,
      ),
      heading,
    },
  ];
}

function paperStep(runbook: Runbook, step: RunbookStep): PaperStep {
  const decides = step.kind === 'decide';
  const line: Run[] = [
    { text: `${step.number}  ${step.object}`, style: 'bodyBold' },
    ...(decides ? [] : [{ text: ` → ${step.action}`, style: 'body' } as const]),
  ];
  const who = step.roles.filter((role) => role !== 'ALL').join(', ');
  const settings = (step.settings ?? [])
    .map((id) => runbook.settings.find((one) => one.id === id))
    .filter((setting) => setting !== undefined)
    .map(settingText);
  const needs = step.needs.filter(({ kind }) => kind === 'form' || kind === 'runbook').map(({ id }) => id);
  const aside = [
    who === '' ? '' : `${who}.`,
    step.why ?? '',
    needs.length > 0 ? `${WORDS.needs(needs.join(', '))}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  const notes = [jumpLine(runbook, step), aside, settings.join(' · ')];
  return {
    id: step.id,
    line,
    below: notes.flatMap((text) => (text ? [[{ text: plainText(text), style: 'label' as const }]] : [])),
    due: timerWords(runbook, step),
    answers: decides
      ? (step.options ?? []).map(({ label, instruction, goTo }) => answerLine(runbook, label, instruction, goTo))
      : [],
    rounds: step.timer && ('every' in step.timer || 'atClock' in step.timer) ? ROUNDS : 0,
  };
}

function answerLine(
  runbook: Runbook,
  label: string,
  instruction: string | undefined,
  goTo: string | undefined,
): readonly Run[] {
  const where = goTo === undefined ? WORDS.endHere : placeLine(runbook, goTo);
  const rest = [instruction && plainText(instruction), where]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
  return [
    { text: label, style: 'bodyBold' },
    { text: rest === '' ? '' : ` – ${rest}`, style: 'body' },
  ];
}

function backEntryRoles({ backEntry }: Runbook): readonly RunbookRole[] {
  return backEntry.flatMap(({ who }) => who).filter((one): one is RunbookRole => one in ROLE_WORDS);
}

/** "go to step 45 (D)": the number is enough to find it, the letter tells which pages to turn to. */
function placeLine(runbook: Runbook, id: string): string {
  const found = stepsOf(runbook).find(({ step }) => step.id === id);
  if (!found) return '';
  const letter = /^[A-Z]$/.test(found.block.id) ? ` (${found.block.id})` : '';
  return `${WORDS.goTo(found.step.number)}${letter}`;
}

/** Said where a step does not go on to the line below it. */
function jumpLine(runbook: Runbook, { kind, next }: RunbookStep): string {
  if (kind === 'decide' || next === undefined) return '';
  return `Then ${next === 'end' ? WORDS.endHere : placeLine(runbook, next)}.`;
}

function settingText({ label, value, unit }: RunbookSetting): string {
  return `${label}: ${value}${unit === 'count' ? '' : ` ${unit === 'percent' ? '%' : unit}`}`;
}
