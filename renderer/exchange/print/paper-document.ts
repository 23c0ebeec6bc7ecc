import { WEIGHTS } from './page/ink';
import { frameOf } from './page/frame';
import type { Paper } from './page/paper';
import { STYLES } from './type/styles';

/** Addresses of the four font files, as the page that prints can load them. */
export interface PaperFonts {
  readonly regular: string;
  readonly italic: string;
  readonly semibold: string;
  readonly bold: string;
}

const FACES = {
  regular: { weight: 400, style: 'normal' },
  italic: { weight: 400, style: 'italic' },
  semibold: { weight: 600, style: 'normal' },
  bold: { weight: 700, style: 'normal' },
} as const;

/** One HTML document of ready pages (`SheetPage.html`): what the hidden print window loads. It needs no script. */
export function paperDocument(input: {
  readonly pages: readonly string[];
  readonly paper: Paper;
  readonly fonts: PaperFonts;
}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Downtime forms</title><style>${styleSheet(input.paper, input.fonts)}</style></head><body>${input.pages.join('')}</body></html>`;
}

/** The style sheet, for previews on screen that show single pages. */
export function styleSheet(paper: Paper, fonts: PaperFonts): string {
  const faces = (Object.keys(FACES) as (keyof typeof FACES)[])
    .map(
      (face) =>
        `@font-face{font-family:"Paper";src:url("${fonts[face]}") format("woff2");font-weight:${FACES[face].weight};font-style:${FACES[face].style}}`,
    )
    .join('');
  const upright = frameOf(paper, false);
  const land = frameOf(paper, true);
  const styles = Object.entries(STYLES)
    .map(
      ([name, { face, size, line }]) =>
        `.${name}{font:${FACES[face].style} ${FACES[face].weight} ${size}pt/${line}mm "Paper"}`,
    )
    .join('');
  // Contained: ink beyond the edge would make Chromium shrink every page of the document.
  // `zero` slashes the nought. Without ligatures and kerning a line is as wide as its letters, as the planner counts them
  // (kerning of capitals widens some pairs by up to 4 %), and copied text keeps its letters.
  // Set on the elements: the `font` of their classes would reset what the page sets.
  return `${faces}
@page{margin:0;size:${upright.width}mm ${upright.height + 0.1}mm}@page land{size:${land.width}mm ${land.height + 0.1}mm}
html,body{margin:0;padding:0;background:#fff;color:#000}
.pg{position:relative;overflow:hidden;contain:strict;width:${upright.width}mm;height:${upright.height}mm;break-after:page;print-color-adjust:exact}
.pg:last-child{break-after:auto}.pg.land{page:land;width:${land.width}mm;height:${land.height}mm}
.pg :is(p,h1,h2,h3,span){font-feature-settings:"zero","tnum";font-variant-ligatures:none;font-kerning:none}
.pg :is(p,h1,h2,h3){position:absolute;margin:0;white-space:pre-wrap;text-align:left}
.pg svg{position:absolute;left:0;top:0;width:100%;height:100%}
.pg path{fill:none;stroke:#000}.pg .shade{fill:#e2e2e2;stroke:none}.pg .solid{fill:#000;stroke:none}
.pg .rule{stroke-width:${WEIGHTS.rule}}.pg .frame{stroke-width:${WEIGHTS.frame}}.pg .thick{stroke-width:${WEIGHTS.thick}}
.pg .fine{stroke-width:.18}
.drill{position:absolute;inset:0;display:flex;align-items:center;justify-content:center;font:700 150pt/1 "Paper";letter-spacing:.1em;color:#d0d0d0;transform:rotate(-45deg)}
${styles}
.pg span{line-height:0}`;
}
