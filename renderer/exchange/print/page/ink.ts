import { printable } from '../type/wrap';
import { type Line, STYLES, type Style, lineHeight } from '../type/styles';

/** Line weights in mm: rules, frames, and the thick frame that stands for red on a grey printer (ux.md 4.1). */
export const WEIGHTS = { rule: 0.25, frame: 0.45, thick: 0.9 } as const;
export type Weight = keyof typeof WEIGHTS;

/** Where something on the page is to be filled in by hand: what a later scan looks at. */
export interface Mark {
  readonly linkId: string;
  readonly kind: 'tick' | 'boxes' | 'line' | 'area' | 'cell';
  readonly option?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text placed on a page. Its box is exactly as high as its lines; `fit` names the field when it should not fit. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly style: Style;
  readonly fit: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly tag?: 'p' | 'h1' | 'h2' | 'h3';
  /** Fixed height in mm; the print window refuses the page when the text is higher. */
  readonly height?: number;
}

const short = (value: number): number => Math.round(value * 100) / 100;

/** Collects one page: all rules in three paths, all shading in one, all solid black in one, then the texts. */
export class PageInk {
  readonly marks: Mark[] = [];
  private readonly strokes: Record<Weight, string> = { rule: '', frame: '', thick: '' };
  private shading = '';
  private solids = '';
  private fine = '';
  private texts = '';

  line(x1: number, y1: number, x2: number, y2: number, weight: Weight = 'rule'): void {
    const end = y1 === y2 ? `H${short(x2)}` : x1 === x2 ? `V${short(y2)}` : `L${short(x2)} ${short(y2)}`;
    this.strokes[weight] += `M${short(x1)} ${short(y1)}${end}`;
  }

  box(x: number, y: number, width: number, height: number, weight: Weight = 'rule'): void {
    this.strokes[weight] += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }

  /** Light shading; one tone only, below the 20 % that hand-writing bears. */
  shade(x: number, y: number, width: number, height: number): void {
    this.shading += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }

  solid(x: number, y: number, width: number, height: number): void {
    this.solids += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }

  /** A ready path in mm, filled black: a bar code. */
  solidPath(path: string): void {
    this.solids += path;
  }

  /** A circle: where to punch. */
  hole(x: number, y: number, radius: number): void {
    this.fine += `M${short(x - radius)} ${short(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  }

  /** A dashed line: cut, fold or stick here. Own strokes: a CSS dash made every page 10 KiB and 4 ms heavier. */
  dashes(x1: number, y1: number, x2: number, y2: number): void {
    const length = Math.hypot(x2 - x1, y2 - y1);
    for (let at = 0; at < length; at += 3) {
      const [from, to] = [at / length, Math.min(at + 1.6, length) / length];
      this.fine += `M${short(x1 + (x2 - x1) * from)} ${short(y1 + (y2 - y1) * from)}L${short(x1 + (x2 - x1) * to)} ${short(y1 + (y2 - y1) * to)}`;
    }
  }

  dashedBox(x: number, y: number, width: number, height: number): void {
    this.dashes(x, y, x + width, y);
    this.dashes(x, y + height, x + width, y + height);
    this.dashes(x, y, x, y + height);
    this.dashes(x + width, y, x + width, y + height);
  }

  /** Puts everything of another ink on this page: a body drawn once for all patients. */
  add(other: PageInk): void {
    for (const weight of Object.keys(WEIGHTS) as Weight[]) this.strokes[weight] += other.strokes[weight];
    this.shading += other.shading;
    this.solids += other.solids;
    this.fine += other.fine;
    this.texts += other.texts;
    this.marks.push(...other.marks);
  }

  mark(mark: Mark): void {
    this.marks.push(mark);
  }

  text({ x, y, width, lines, style, fit, align, tag = 'p', height }: TextBox): void {
    if (lines.length === 0) return;
    const tall = height ?? lines.length * lineHeight(style);
    const place = `left:${short(x)}mm;top:${short(y)}mm;width:${short(width)}mm;height:${short(tall)}mm`;
    const aligned = align && align !== 'left' ? `;text-align:${align}` : '';
    const body = lines
      .map((line) => line.map(({ text, style: own }) => runHtml(text, own, style)).join(''))
      .join('<br>');
    this.texts += `<${tag} class="${style}" style="${place}${aligned}" data-fit="${escapeHtml(fit)}">${body}</${tag}>`;
  }

  /** The page's content: drawing first, texts over it. */
  html(width: number, height: number): string {
    const path = (name: string, d: string): string => (d === '' ? '' : `<path class="${name}" d="${d}"/>`);
    const drawing =
      path('shade', this.shading) +
      path('solid', this.solids) +
      path('rule', this.strokes.rule) +
      path('frame', this.strokes.frame) +
      path('thick', this.strokes.thick) +
      path('fine', this.fine);
    return `<svg aria-hidden="true" viewBox="0 0 ${short(width)} ${short(height)}">${drawing}</svg>${this.texts}`;
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

function runHtml(text: string, own: Style, around: Style): string {
  const safe = escapeHtml(printable(text));
  const isolated = RIGHT_TO_LEFT.test(safe) ? `<bdi>${safe}</bdi>` : safe;
  const same = own === around || (STYLES[own].face === STYLES[around].face && STYLES[own].size === STYLES[around].size);
  return same ? isolated : `<span class="${own}">${isolated}</span>`;
}

/** Makes text safe inside HTML and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}
