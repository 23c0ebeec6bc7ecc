import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { PaperFonts } from '../../../renderer/exchange/print/paper-document';
import { plexFile } from './font-advances';
import { type GreyImage, parsePgm } from './grey-image';

/** The font files as a document opened from disk loads them. */
export const FILE_FONTS: PaperFonts = {
  regular: pathToFileURL(plexFile('Regular')).href,
  italic: pathToFileURL(plexFile('Italic')).href,
  semibold: pathToFileURL(plexFile('SemiBold')).href,
  bold: pathToFileURL(plexFile('Bold')).href,
};

/** What the print window's own check looks for (electron/printing/overflow.ts). */
const OVERFLOW = `[...document.querySelectorAll('[data-fit]')]
  .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1).map((e) => e.dataset.fit)`;

/** A printed document, kept in its own folder until `end`. */
export interface Printed {
  readonly pdf: Buffer;
  readonly overflow: readonly string[];
  fonts(): readonly { readonly name: string; readonly embedded: boolean }[];
  pageCount(): number;
  text(page?: number): string;
  pictures(dpi: number): readonly GreyImage[];
}

/** Debian's Chromium, printing as Electron's hidden window does. */
export interface Printer {
  print(html: string): Promise<Printed>;
  /** Widths in CSS pixels of the elements a selector finds. */
  measure(html: string, selector: string): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Starts it; nothing of what is printed stays after `close`. */
export async function openPrinter(): Promise<Printer> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'paper-test-'));
  let count = 0;
  const next = (): string => join(folder, String((count += 1)));
  return {
    print: (html) => printOne(browser, html, next()),
    async measure(html, selector) {
      const page = await openPage(browser, html, next());
      const widths = await page.$$eval(selector, (found) =>
        found.map((element) => element.getBoundingClientRect().width),
      );
      await page.close();
      return widths;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, html: string, base: string): Promise<Page> {
  writeFileSync(`${base}.html`, html);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`${base}.html`).href);
  await page.evaluate('document.fonts.ready.then(() => true)');
  return page;
}

async function printOne(browser: Browser, html: string, base: string): Promise<Printed> {
  const page = await openPage(browser, html, base);
  const overflow = await page.evaluate<string[]>(OVERFLOW);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
  const file = `${base}.pdf`;
  writeFileSync(file, pdf);
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return {
    pdf,
    overflow,
    fonts: () =>
      run('pdffonts', file)
        .split('\n')
        .slice(2)
        .filter((line) => line.trim() !== '')
        .map((line) => ({
          name: line.split(' ')[0] ?? '',
          embedded: / yes (yes|no) (yes|no) +\d+ +\d+$/.test(line.trimEnd()),
        })),
    pageCount: () => Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))?.[1]),
    text: (page) =>
      run('pdftotext', '-layout', ...(page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`]), file, '-'),
    pictures(dpi) {
      const prefix = `${base.split('/').pop()}-${dpi}-`;
      run('pdftoppm', '-gray', '-r', `${dpi}`, file, join(base, '..', prefix));
      return readdirSync(join(base, '..'))
        .filter((name) => name.startsWith(prefix))
        .sort()
        .map((name) => parsePgm(readFileSync(join(base, '..', name))));
    },
  };
}
