// `node build/run.mjs TASK [arguments]`: sets up what the task needs, then runs it on the project's own Node.
import { join } from 'node:path';
import { projectRoot, setUp } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';
import { SetupError } from './setup/setup-error.mjs';

/** @type {Record<string, {script: string, purpose: import('./setup.mjs').SetupPurpose}>} */
const tasks = {
  start: { script: 'start.mjs', purpose: 'app' },
  demo: { script: 'demo.mjs', purpose: 'app' },
  dev: { script: 'dev.mjs', purpose: 'app' },
  build: { script: 'build-app.mjs', purpose: 'tools' },
  batch: { script: 'run-app.mjs', purpose: 'app' },
  package: { script: 'package.mjs', purpose: 'app' },
  bench: { script: 'bench.mjs', purpose: 'tests' },
  faults: { script: 'faults.mjs', purpose: 'tests' },
  security: { script: 'security.mjs', purpose: 'tests' },
  check: { script: 'check.mjs', purpose: 'tools' },
  format: { script: 'format.mjs', purpose: 'tools' },
  test: { script: 'test.mjs', purpose: 'tests' },
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) {
  process.stderr.write(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}\n`);
  process.exit(2);
}
try {
  await setUp({ purpose: task.purpose });
  const script = join(projectRoot, 'build', task.script);
  const { code } = await runCommand(projectNode(projectRoot), [script, ...args], { stdio: 'inherit' });
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`set-up: ${error.message}\n`);
  // A batch caller reads standard output and expects one JSON object there, also when we did not get to the app.
  if (name === 'batch') {
    process.stdout.write(`${JSON.stringify({ code: 'set-up-failed', message: error.message, where: null })}\n`);
  }
  process.exitCode = 1;
}
