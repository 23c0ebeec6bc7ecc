import { aboutWhom } from '../../domain/form/about-whom';
import { enabledSlots } from '../../domain/form/enabled';
import type { ExpressionResults } from '../../domain/form/expression-results';
import type { FormDefinition } from '../../domain/form/form';
import { everySlot, treeOf } from '../../domain/form/form-tree';
import type { FormResponse } from '../../domain/form/response';
import type { Patient } from '../../domain/patient/patient';
import { isFromEhr } from './form/answer-text';
import { chartBlocks } from './form/chart';
import { formBlocks } from './form/form-blocks';
import type { FormPaper, SheetMode } from './form/form-paper';
import { paragraph } from './form/headings';
import { mayApply } from './form/may-apply';
import { roomiestPlan } from './form/rhythm';
import type { Block } from './layout/block';
import { paginate } from './layout/paginate';
import type { PaperContext } from './page/context';
import { type Frame, frameOf } from './page/frame';
import type { Paper } from './page/paper';
import type { SheetHead } from './page/sheet-head';
import { WORDS } from './words';
import { type BodyRoom, bodyRoom, type DrawnBody, drawBody, dressPages, type SheetPages } from './sheet-pages';

/** One form for one patient, or for nobody yet. */
export interface FormSheet {
  readonly form: FormDefinition;
  readonly serial: string;
  readonly mode: SheetMode;
  readonly patient?: Patient;
  /** Answers so far; signed answers of a record. */
  readonly response?: FormResponse;
  /** For a chart form (`paper.sets`): the signed sets so far, oldest first; each takes a column. */
  readonly sets?: readonly FormResponse[];
  /** Results of the form's expressions; without them a place whose condition is an expression is printed. */
  readonly results?: ExpressionResults;
  /** Empty table rows, in place of the form's own number. */
  readonly rows?: number;
  readonly nameAlert?: boolean;
  /** Which ward, on a filled form about a ward: nothing else on the sheet has to say it. */
  readonly ward?: string;
  readonly amendments?: SheetHead['amendments'];
}

const EMPTY: FormResponse = { resourceType: 'QuestionnaireResponse', status: 'in-progress' };

/** Plans and draws the pages of one form sheet. */
export function formSheetPages(sheet: FormSheet, paper: Paper, context: PaperContext): SheetPages {
  const head = headOf(sheet);
  const frame = frameOf(paper, sheet.form.paper.landscape === true);
  const room = bodyRoom(head, frame, context);
  return dressPages(
    head,
    isAnswered(sheet) ? drawnBody(sheet, frame, room) : emptyBody(sheet, frame, room),
    frame,
    context,
  );
}

function isAnswered({ form, response, sets }: FormSheet): boolean {
  if (sets) return sets.length > 0;
  return (
    response !== undefined && [...everySlot(treeOf(form, response).root)].some(({ answers }) => answers.length > 0)
  );
}

// Bodies without an answer are the same for every patient of a ward: drawn once per form and head height.
const emptyBodies = new WeakMap<FormDefinition, Map<string, DrawnBody>>();

function emptyBody(sheet: FormSheet, frame: Frame, room: BodyRoom): DrawnBody {
  const known = emptyBodies.get(sheet.form) ?? new Map<string, DrawnBody>();
  emptyBodies.set(sheet.form, known);
  const key = [frame.paper, sheet.mode, sheet.rows, room.firstTop, room.laterTop].join(' ');
  const body = known.get(key) ?? drawnBody(sheet, frame, room);
  known.set(key, body);
  return body;
}

function drawnBody(sheet: FormSheet, frame: Frame, room: BodyRoom): DrawnBody {
  const { form, mode, rows, results } = sheet;
  const tree = treeOf(form, sheet.response ?? EMPTY);
  const isShown =
    mode === 'blank' ? () => true : mode === 'prefill' ? mayApply(tree, results) : enabledSlots(tree, results);
  const paper = { tree, mode, width: room.width, isShown, ...(rows === undefined ? {} : { rows }) };
  // Forms are laid out for A4; Letter is 18 mm shorter, and a line less of seven is better than a page more.
  const plan = roomiestPlan(
    (rhythm) => paginate(bodyOf(sheet, { ...paper, rhythm }), room),
    mode !== 'record' && frame.paper === 'Letter',
  );
  return drawBody(plan, room, frame);
}

function bodyOf({ form, sets, response }: FormSheet, paper: FormPaper): readonly Block[] {
  // One signed set by itself is read as a list of answers; a chart of one column would be mostly empty.
  const alone = sets === undefined && paper.mode === 'record';
  if (form.paper.sets === undefined || alone) return [...copiedKey(paper), ...formBlocks(paper)];
  const filled = sets ?? (response ? [response] : []);
  return chartBlocks(
    form.title,
    form.items,
    filled.map((each) => treeOf(form, each).root),
    form.paper.sets,
    paper,
    paper.mode === 'record' ? undefined : WORDS.blankHelp,
  );
}

/** Says once on the sheet what slanted text means, when there is any. */
function copiedKey(paper: FormPaper): readonly Block[] {
  const copied = paper.mode !== 'blank' && [...everySlot(paper.tree.root)].some(({ answers }) => isFromEhr(answers));
  return copied ? [paragraph(WORDS.fromEhrKey, paper.width, paper.rhythm, 'note')] : [];
}

function headOf({ form, serial, mode, patient, ward, nameAlert, amendments }: FormSheet): SheetHead {
  const title = form.paper.label ?? form.title;
  return {
    title: ward === undefined ? title : WORDS.ofWard(title, ward),
    form: form.id,
    version: form.version,
    serial,
    draft: form.status !== 'active',
    blank: mode === 'blank',
    byHand: mode !== 'record',
    ...(aboutWhom(form) === 'ward' ? { plain: true } : {}),
    ...(patient ? { patient } : {}),
    ...(nameAlert ? { nameAlert } : {}),
    ...(amendments ? { amendments } : {}),
  };
}
