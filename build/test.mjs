// `npm test`: every runner in turn, its output as it comes, and one total at the end.
//   node build/test.mjs [unit] [browser] [e2e] [filter or vitest options…]
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, buildApp } from './build-app.mjs';
import { openVirtualDisplay } from './display.mjs';
import { packageApp } from './package-app.mjs';
import { projectRoot } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';
import { addCounts, countResults, totalLine } from './test-counts.mjs';

const root = projectRoot;
const runners = ['unit', 'browser', 'e2e'];
const args = process.argv.slice(2);
const chosen = runners.filter((runner) => args.includes(runner));
const passedOn = args.filter((arg) => !runners.includes(arg));
const say = (/** @type {string} */ message) => process.stdout.write(`\n== ${message}\n`);

const started = performance.now();
let total = { passed: 0, failed: 0 };
for (const runner of chosen.length > 0 ? chosen : runners) {
  const counts = await run(runner);
  say(`${runner}: ${totalLine(counts)} (${Math.round((performance.now() - started) / 1000)} s so far)`);
  total = addCounts(total, counts);
}
process.stdout.write(`\n${totalLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {string} runner */
async function run(runner) {
  if (runner !== 'e2e') return runVitest(runner, process.env);
  try {
    say('e2e: building and packing the app');
    await buildApp({ root, flavour: 'e2e', log: say });
    await packageApp({ root, flavour: 'test', log: say });
  } catch (error) {
    // What could not be packed was not tested: a failure, and the total must say so.
    say(error instanceof BuildError ? error.message : String(error instanceof Error ? error.stack : error));
    return { passed: 0, failed: 1 };
  }
  const display = await openVirtualDisplay();
  try {
    return await runVitest(runner, display.env);
  } finally {
    await display.close();
  }
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 */
async function runVitest(project, env) {
  say(project);
  const report = join(root, 'test-output', `${project}.json`);
  mkdirSync(join(root, 'test-output'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [vitest, 'run', '--project', project, ...reporters, ...passedOn];
  const { code } = await runCommand(projectNode(root), command, { cwd: root, env, stdio: 'inherit' });
  return countResults(readReport(report), code);
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
