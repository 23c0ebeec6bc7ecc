import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { linkTree } from '../../build/electron/link-tree.mjs';
import type { AppCommand } from '../support/app-driver';

/** As little as an Electron program can be: a window of the same size with a word in it, or one HTML file printed. */
const MAIN = `
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');
const [job] = process.argv.flatMap((arg) => arg.startsWith('--job=') ? [JSON.parse(arg.slice(6))] : []);
app.setPath('userData', job.profile);
app.whenReady().then(() => job.print ? print(job.print) : show());

function show() {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html;charset=utf-8,<title>Empty</title><p>Empty</p>');
}

async function print({ html, pdf, times, rounds }) {
  const measured = [];
  const window = new BrowserWindow({ show: false });
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await window.loadFile(html);
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins });
    measured.push(performance.now() - started);
    writeFileSync(pdf, bytes);
  }
  writeFileSync(times, JSON.stringify(measured));
  app.quit();
}
`;

/** What the plain program shall do; without `print` it shows its window until it is closed. */
export interface PlainJob {
  readonly profile: string;
  readonly print?: { readonly html: string; readonly pdf: string; readonly times: string; readonly rounds: number };
}

/** The packaged app's own runtime, fuses and flags, with the plain program in it instead of the app. */
export async function makePlainElectron(packaged: AppCommand, folder: string): Promise<(job: PlainJob) => AppCommand> {
  const program = join(folder, 'plain');
  await linkTree(dirname(packaged.file), program);
  const source = join(folder, 'plain-source');
  mkdirSync(source);
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'plain', main: 'main.cjs' }));
  writeFileSync(join(source, 'main.cjs'), MAIN);
  const archive = join(program, 'resources', 'app.asar');
  // A hard link: to write into it would write into the app's.
  rmSync(archive);
  await createPackage(source, archive);
  const file = packaged.file.replace(dirname(packaged.file), program);
  return (job) => ({ file, args: [...packaged.args, `--job=${JSON.stringify(job)}`], env: packaged.env });
}
