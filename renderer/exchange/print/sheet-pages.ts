import type { Block } from './layout/block';
import { paginate, type Pages, type Room } from './layout/paginate';
import { drawAllergies } from './page/allergy-box';
import { drawBlankIdentity } from './page/blank-identity';
import { drawBlankIdentityWide } from './page/blank-identity-wide';
import type { PaperContext } from './page/context';
import { drawFooter, footerTop } from './page/footer';
import { type Frame, frameOf } from './page/frame';
import { drawCornerMarks, drawHoles } from './page/furniture';
import { drawIdentity } from './page/identity';
import { escapeHtml, type Mark, PageInk } from './page/ink';
import type { Paper } from './page/paper';
import type { SheetHead } from './page/sheet-head';
import { drawTitleRow } from './page/title-row';
import { WORDS } from './words';

/** One printed page: its section of the document, and where on it something is filled in by hand. */
export interface SheetPage {
  readonly page: number;
  readonly of: number;
  readonly html: string;
  readonly marks: readonly Mark[];
}

/** A sheet as pages. `tooHigh` names what cannot be printed on this paper: refuse, never clip. */
export interface SheetPages {
  readonly pages: readonly SheetPage[];
  readonly tooHigh: Pages['tooHigh'];
}

const HEAD_GAP = 1.8;
const BODY_GAP = 2.4;
const LEAST_BODY = 60;

/** Bodies of a sheet's pages, ready drawn: they hold nothing of the patient and may serve many sheets. */
export interface DrawnBody {
  readonly pages: readonly PageInk[];
  readonly tooHigh: Pages['tooHigh'];
}

/** Lays blocks into pages with head and foot on each: two identifiers and the allergies on every page. */
export function sheetPages(
  head: SheetHead,
  body: { readonly blocks: readonly Block[]; readonly landscape: boolean },
  paper: Paper,
  context: PaperContext,
): SheetPages {
  const frame = frameOf(paper, body.landscape);
  const room = bodyRoom(head, frame, context);
  return dressPages(head, drawBody(paginate(body.blocks, room), room, frame), frame, context);
}

/** Draws planned blocks below where the head of each page will end. */
export function drawBody(plan: Pages, room: BodyRoom, frame: Frame): DrawnBody {
  // A head that eats the page (a name of a thousand letters, three hundred allergies) must be refused, not squeezed.
  const crowded = room.first < LEAST_BODY ? [{ page: 1, field: WORDS.identityAndAllergies }] : [];
  const pages = plan.pages.map((placed, index) => {
    const ink = new PageInk();
    const top = index === 0 ? room.firstTop : room.laterTop;
    for (const { block, y } of placed) block.draw(ink, frame.left, top + y);
    return ink;
  });
  return { pages, tooHigh: [...crowded, ...plan.tooHigh] };
}

/** Puts head, foot and marks round drawn bodies. */
export function dressPages(
  head: SheetHead,
  { pages, tooHigh }: DrawnBody,
  frame: Frame,
  context: PaperContext,
): SheetPages {
  return {
    tooHigh,
    pages: pages.map((body, index) => {
      const page = index + 1;
      const ink = new PageInk();
      drawCornerMarks(ink, frame);
      drawHoles(ink, frame);
      drawHead(ink, frame, head, context, page);
      ink.add(body);
      drawFooter(ink, frame, head, context, page, pages.length);
      return {
        page,
        of: pages.length,
        marks: ink.marks,
        html: section(frame, head, context, page, ink.html(frame.width, frame.height)),
      };
    }),
  };
}

/** Room for a body on this paper, mm: what the head leaves on the first page and on later ones, and where it begins. */
export interface BodyRoom extends Room {
  readonly width: number;
  readonly firstTop: number;
  readonly laterTop: number;
}

/** Measures the head of a sheet. */
export function bodyRoom(head: SheetHead, frame: Frame, context: PaperContext): BodyRoom {
  const bottom = footerTop(frame, head) - 1.5;
  const topOf = (page: number): number => drawHead(new PageInk(), frame, head, context, page) + BODY_GAP;
  const firstTop = topOf(1);
  const laterTop = head.blank ? topOf(2) : firstTop;
  return { width: frame.right - frame.left, firstTop, laterTop, first: bottom - firstTop, later: bottom - laterTop };
}

function drawHead(ink: PageInk, frame: Frame, head: SheetHead, context: PaperContext, page: number): number {
  const y = drawTitleRow(ink, frame, head, context);
  if (head.plain) return y + 1;
  if (!head.patient && frame.landscape) return drawBlankIdentityWide(ink, frame, y + HEAD_GAP, head, context);
  return drawAllergies(
    ink,
    frame,
    drawWho(ink, frame, y + HEAD_GAP, head, context, page) + HEAD_GAP,
    head.patient,
    context,
  );
}

function drawWho(ink: PageInk, frame: Frame, y: number, head: SheetHead, context: PaperContext, page: number): number {
  if (head.patient) return drawIdentity(ink, frame, y, head, head.patient, context);
  return drawBlankIdentity(ink, frame, y, head, page);
}

function section(frame: Frame, head: SheetHead, context: PaperContext, page: number, content: string): string {
  const drill = context.drill ? `<div class="drill" aria-hidden="true">${WORDS.drill}</div>` : '';
  return `<section class="pg${frame.landscape ? ' land' : ''}" data-sheet="${escapeHtml(head.serial)}" data-page="${page}">${drill}${content}</section>`;
}
