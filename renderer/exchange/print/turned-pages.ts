import { frameOf } from './page/frame';
import type { Paper } from './page/paper';

/**
 * Wide pages lying across upright ones, for a printer: a spooler is told one paper size for the whole job, and one wide page
 * in it made Chromium shrink every page to 70 %, too small for the codes and for handwriting (tried with CUPS). Their top
 * comes to lie left, where both are punched. In a PDF each page keeps its own size.
 */
export function turnedPages(documentHtml: string, paper: Paper): string {
  const { width, height } = frameOf(paper, false);
  const style = `.turn{position:relative;width:${width}mm;height:${height}mm;overflow:hidden;contain:strict;break-after:page}.turn:last-child{break-after:auto}.turn .pg.land{page:auto;position:absolute;left:0;top:0;break-after:auto;transform-origin:0 0;transform:translateY(${height}mm) rotate(-90deg)}`;
  return documentHtml
    .replace('</style>', () => `\n${style}</style>`)
    .replaceAll(/<section class="pg land"[^]*?<\/section>/g, (section) => `<div class="turn">${section}</div>`);
}
