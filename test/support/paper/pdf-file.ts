import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parsePgm } from './grey-image';
import { readCodes } from './read-codes';

/** A PDF on disk, looked at with poppler's tools: none of our own code says what is in it. */
export interface PdfFile {
  readonly pages: number;
  /** Every page's size in points, once each. */
  readonly sizes: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  text(page: number): string;
  /** What a scanner at 150 dpi reads off one page. */
  codes(page: number): Promise<PageCodes>;
  /** The same of every page, in order. */
  everyPagesCodes(): Promise<readonly PageCodes[]>;
}

type PageCodes = Awaited<ReturnType<typeof readCodes>>;

/** A page at 150 dpi is two megabytes: so many lie on disk at once. */
const PAGES_AT_ONCE = 16;

/** Opens a PDF. */
export function pdfFile(path: string): PdfFile {
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const pages = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', path))?.[1]);
  const sizes = run('pdfinfo', '-f', '1', '-l', `${pages}`, path).matchAll(/ size:\s+([\d.]+ x [\d.]+)/g);
  const fonts = run('pdffonts', path)
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: (line.split(' ')[0] ?? '').replace(/^[A-Z]{6}\+/, ''),
      embedded: / yes (yes|no) (yes|no) +\d+ +\d+$/.test(line.trimEnd()),
    }));
  return {
    pages,
    sizes: [...new Set([...sizes].map(([, size]) => size ?? ''))],
    fonts,
    text: (page) => run('pdftotext', '-layout', '-f', `${page}`, '-l', `${page}`, path, '-'),
    async codes(page) {
      const [codes] = await codesOf(path, page, page);
      if (!codes) throw new Error(`${path} has no page ${page}`);
      return codes;
    },
    async everyPagesCodes() {
      const all: PageCodes[] = [];
      for (let first = 1; first <= pages; first += PAGES_AT_ONCE)
        all.push(...(await codesOf(path, first, Math.min(pages, first + PAGES_AT_ONCE - 1))));
      return all;
    },
  };
}

async function codesOf(path: string, first: number, last: number): Promise<readonly PageCodes[]> {
  // Beside the PDF would be inside a folder under test.
  const folder = mkdtempSync(join(tmpdir(), 'downtime-box-page-'));
  try {
    const range = ['-f', `${first}`, '-l', `${last}`];
    await promisify(execFile)('pdftoppm', ['-gray', '-r', '150', ...range, path, join(folder, 'page')]);
    const found: PageCodes[] = [];
    for (const file of readdirSync(folder).toSorted())
      found.push(await readCodes(parsePgm(readFileSync(join(folder, file)))));
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
