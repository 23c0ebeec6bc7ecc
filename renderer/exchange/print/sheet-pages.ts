import type { Block } from './layout/block';
import { paginate, type Pages } from './layout/paginate';
import { drawAllergies } from './page/allergy-box';
import { drawBlankIdentity } from './page/blank-identity';
import { drawBlankIdentityWide } from './page/blank-identity-wide';
import type { PaperContext } from './page/context';
import { drawFooter, footerHeight } from './page/footer';
import { type Frame, frameOf } from './page/frame';
import { drawCornerMarks, drawHoles } from './page/furniture';
import { drawIdentity } from './page/identity';
import { type Mark, PageInk } from './page/ink';
import type { Paper } from './page/paper';
import type { SheetHead } from './page/sheet-head';
import { drawTitleRow } from './page/title-row';
import { lineHeight } from './type/styles';
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

const HEAD_GAP = 2.2;
const BODY_GAP = 2.8;

/** Lays blocks into pages with the same head and foot on each: two identifiers and the allergies on every page. */
export function sheetPages(head: SheetHead, body: { readonly blocks: readonly Block[]; readonly landscape: boolean }, paper: Paper, context: PaperContext): SheetPages {
  const frame = frameOf(paper, body.landscape);
  const probe = new PageInk();
  const top = drawHead(probe, frame, head, context) + BODY_GAP;
  const room = frame.bottom - footerHeight(frame) - 1.5 - top;
  const once = paginate(body.blocks, room);
  // More than one page: each but the last says where it goes on, which needs a line.
  const { pages, tooHigh } = once.pages.length === 1 ? once : paginate(body.blocks, room - lineHeight('labelBold'));
  return {
    tooHigh,
    pages: pages.map((placed, index) => {
      const ink = new PageInk();
      drawCornerMarks(ink, frame);
      drawHoles(ink, frame);
      drawHead(ink, frame, head, context);
      for (const { block, y } of placed) block.draw(ink, frame.left, top + y);
      if (index + 1 < pages.length) drawContinued(ink, frame, index + 2);
      drawFooter(ink, frame, head, context, index + 1, pages.length);
      return { page: index + 1, of: pages.length, marks: ink.marks, html: section(frame, head, context, index + 1, ink.html(frame.width, frame.height)) };
    }),
  };
}

/** Room for a body on this paper, mm: what planning a form's density needs. */
export function bodyRoom(head: SheetHead, landscape: boolean, paper: Paper, context: PaperContext): { readonly width: number; readonly height: number } {
  const frame = frameOf(paper, landscape);
  const top = drawHead(new PageInk(), frame, head, context) + BODY_GAP;
  return { width: frame.right - frame.left, height: frame.bottom - footerHeight(frame) - 1.5 - top };
}

function drawHead(ink: PageInk, frame: Frame, head: SheetHead, context: PaperContext): number {
  const y = drawTitleRow(ink, frame, head, context);
  if (head.plain) return y + 1;
  if (!head.patient && frame.landscape) return drawBlankIdentityWide(ink, frame, y + HEAD_GAP, head, context);
  const identity = head.patient ? drawIdentity(ink, frame, y + HEAD_GAP, head, head.patient, context) : drawBlankIdentity(ink, frame, y + HEAD_GAP);
  return drawAllergies(ink, frame, identity + HEAD_GAP, head.patient, context);
}

function drawContinued(ink: PageInk, frame: Frame, page: number): void {
  const lines = [[{ text: WORDS.continuedOn(page), style: 'labelBold' as const }]];
  ink.text({ x: frame.right - 60, y: frame.bottom - footerHeight(frame) - lineHeight('labelBold') - 0.6, width: 60, lines, style: 'labelBold', fit: 'Continued', align: 'right' });
}

function section(frame: Frame, head: SheetHead, context: PaperContext, page: number, content: string): string {
  const drill = context.drill ? `<div class="drill" aria-hidden="true">${WORDS.drill}</div>` : '';
  return `<section class="pg${frame.landscape ? ' land' : ''}" data-sheet="${head.serial}" data-page="${page}">${drill}${content}</section>`;
}
