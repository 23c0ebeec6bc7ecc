import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { electronCommand } from '../../build/electron-runtime.mjs';
import { cacheFolder } from '../../build/setup/cache-folder.mjs';
import { ALLOWED_FINDINGS } from './electronegativity-allowed';
import { notPossibleHere, triedTimes } from './tries';

// A cheap tripwire, no proof: it knows fifty mistakes of Electron apps by their looks. 405 packages, so it is fetched into
// a cache of its own when it is first asked for, and left out with a reason where it cannot be had.

const root = join(import.meta.dirname, '..', '..');
const TOOL = '@doyensec/electronegativity@1.10.3';
const LONGEST_MS = 170_000;

test('electronegativity finds nothing that was not looked into, and reads every file', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'downtime-box-electronegativity-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Only what ships: the linted sources and the page.
  const app = join(folder, 'app');
  mkdirSync(app);
  cpSync(join(root, 'electron'), join(app, 'electron'), { recursive: true });
  for (const file of ['package.json', 'renderer/index.html']) cpSync(join(root, file), join(app, file));
  const { version } = electronCommand({ root });
  const report = join(folder, 'report.csv');
  const cache = join(cacheFolder(), 'electronegativity');
  const env = { ...process.env, npm_config_cache: cache, npm_config_ignore_scripts: 'true' };
  const words = ['--yes', TOOL, '-i', app, '-o', report, '-e', version];
  const { stdout, stderr } = spawnSync('npx', words, { env, encoding: 'utf8', timeout: LONGEST_MS, cwd: folder });
  if (!existsSync(report)) notPossibleHere(context, `${TOOL} could not be had or did not end in time`);
  expect(`${stdout}${stderr}`).not.toMatch(/error parsing/i);
  const findings = readFileSync(report, 'utf8').trim().split('\n').slice(1).map(readFinding);
  const unknown = findings.filter(
    ({ issue, file }) => !ALLOWED_FINDINGS.some((one) => one.issue === issue && file.endsWith(one.file)),
  );
  expect(unknown).toEqual([]);
  triedTimes(context, findings.length);
});

function readFinding(line: string): { readonly issue: string; readonly file: string } {
  const [issue = '', , , file = ''] = line.split(',').map((cell) => cell.replaceAll('"', ''));
  return { issue, file: file === 'N/A' ? '' : file };
}
