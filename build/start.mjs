// `npm start`: opens the app; where nobody could see it, plays the demo instead and says what it made.
import { join } from 'node:path';
import { BuildError, buildApp } from './build-app.mjs';
import { hasDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { projectRoot } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = projectRoot;
const say = (/** @type {string} */ message) => process.stderr.write(`start: ${message}\n`);
const args = process.argv.slice(2);

try {
  await buildApp({ root, log: say });
  if (hasDisplay()) {
    const electron = electronCommand({ root });
    say(`opening the app (Electron ${electron.version})`);
    const { code } = await runCommand(electron.file, [...electron.args, ...args], {
      env: electron.env,
      stdio: 'inherit',
    });
    process.exitCode = code;
  } else {
    say('there is no display here, so the demo is played under a virtual one');
    const demo = join(root, 'build/demo.mjs');
    const { code } = await runCommand(projectNode(root), [demo], { stdio: 'inherit' });
    process.exitCode = code;
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
