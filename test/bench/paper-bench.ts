import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type {} from '../support/box-in-page';
import type { AppCommand } from '../support/app-driver';
import { plexFile } from '../support/paper/font-advances';
import type { PlainJob } from './plain-electron';
import type { Ratio } from './ratio';
import { median } from './spread';

const ROUNDS = 5;
const FORMS = ['F04', 'F06', 'F10'];
const LONGEST_MS = 300_000;

/**
 * The ward pack of all patients, from the plan to the merged PDF, per page; against as many blank pages of the same
 * forms in one plain HTML file, printed by nothing but printToPDF, and against as many empty pages.
 */
export async function benchPaper(
  page: Page,
  plain: (job: PlainJob) => AppCommand,
  folder: string,
): Promise<readonly Ratio[]> {
  // The first of each warms up; the others take turns, so that whatever else the machine does falls on all.
  const { pages, blankHtml } = await page.evaluate(printPack, FORMS);
  const [pack, blank, empty]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    pack.push((await page.evaluate(printPack, FORMS)).ms);
    blank.push(printPlain(plain, folder, 'blank', withFontsOfDisk(blankHtml)));
    empty.push(printPlain(plain, folder, 'empty', emptyPages(pages)));
  }
  const perPage = (all: readonly number[]): number => median(all) / pages;
  const ours = { ours: perPage(pack), unit: 'ms per page' as const, rounds: ROUNDS };
  return [
    {
      what: `ward pack of ${pages} pages`,
      ...ours,
      plain: perPage(blank),
      against: `as many blank pages of the same forms, one plain HTML, printToPDF`,
      aim: 1.3,
    },
    { what: `the same pack`, ...ours, plain: perPage(empty), against: 'as many empty pages, printToPDF' },
  ];
}

/** Runs in the page. */
async function printPack(forms: readonly string[]) {
  const print = window.__downtimeBoxTest?.box.print;
  if (!print) throw new Error('no box');
  const started = performance.now();
  const plan = await print.plan({ kind: 'patients', forms, patients: 'all', paper: 'A4' });
  if (!plan.ok) throw new Error(plan.error.code);
  const pdf = await print.toPdf(plan.value);
  if (!pdf.ok) throw new Error(pdf.error.code);
  const ms = performance.now() - started;
  const { pages } = plan.value;
  // Sheets of known patients and blank sheets differ a little in length: as many pages as the pack has.
  const copies = Math.ceil(pages / forms.length);
  const blank = await print.plan({ kind: 'blank', forms, copies, paper: 'A4' });
  if (!blank.ok) throw new Error(blank.error.code);
  return { ms, pages, blankHtml: print.preview(blank.value, pages) };
}

function printPlain(plain: (job: PlainJob) => AppCommand, folder: string, name: string, html: string): number {
  const file = (end: string): string => join(folder, `${name}.${end}`);
  writeFileSync(file('html'), html);
  const print = { html: file('html'), pdf: file('pdf'), times: file('json'), rounds: 2 };
  const command = plain({ profile: join(folder, `${name}-profile`), print });
  const { status } = spawnSync(command.file, command.args, { env: command.env, timeout: LONGEST_MS, stdio: 'ignore' });
  if (status !== 0) throw new Error(`the plain program ended with ${status}`);
  const [, warm = 0] = JSON.parse(readFileSync(file('json'), 'utf8')) as readonly number[];
  return warm;
}

/** The app's own protocol is not there; the same font files are. */
function withFontsOfDisk(html: string): string {
  return html.replaceAll(
    /app:\/\/ward\/[^"]*IBMPlexSans-(Regular|Italic|SemiBold|Bold)[^"]*/g,
    (_, face: string) => pathToFileURL(plexFile(face)).href,
  );
}

function emptyPages(count: number): string {
  const page = '<div style="height:100vh;break-after:page"></div>';
  return `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:0}body{margin:0}</style>${page.repeat(count)}`;
}
