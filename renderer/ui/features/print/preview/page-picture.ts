import type { Paper } from '../../../../app/ports';

const MM = { A4: { short: 210, long: 297 }, Letter: { short: 215.9, long: 279.4 } } as const;
const PX_PER_MM = 96 / 25.4;

/** A page as an <img> takes it; sizes in CSS pixels for its shape on screen. */
export interface PagePicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Addresses of the fonts a paper document asks for. */
export function fontAddresses(documentHtml: string): readonly string[] {
  return [...documentHtml.matchAll(/url\("([^"]+)"\)/g)].map(([, address = '']) => address);
}

/**
 * The very page that goes to the printer as one picture: a frame is forbidden by the CSP and markup by Trusted Types, but
 * an SVG in an <img> runs no script and loads nothing, so the fonts travel inside it (`fonts`: address to data URL).
 */
export function pagePicture(documentHtml: string, paper: Paper, fonts: ReadonlyMap<string, string>): PagePicture {
  const style = between(documentHtml, '<style>', '</style>').replaceAll(
    /url\("([^"]+)"\)/g,
    (_all, address: string) => `url("${fonts.get(address) ?? 'data:,'}")`,
  );
  const page = between(documentHtml, '<body>', '</body>');
  const { short, long } = MM[paper];
  const landscape = /<section class="pg land"/.test(page);
  const width = (landscape ? long : short) * PX_PER_MM;
  const height = (landscape ? short : long) * PX_PER_MM;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><foreignObject width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml"><style><![CDATA[${style}]]></style>${asXml(page)}</div></foreignObject></svg>`;
  return {
    src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replaceAll(/\p{Surrogate}/gu, '\ufffd'))}`,
    width,
    height,
  };
}

function between(text: string, open: string, close: string): string {
  const from = text.indexOf(open) + open.length;
  return text.slice(from, text.indexOf(close, from));
}

/** Paper pages are near enough to XML: only line breaks, the drawing's namespace and control characters are not. */
function asXml(html: string): string {
  return html
    .replaceAll('<br>', '<br/>')
    .replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '');
}
