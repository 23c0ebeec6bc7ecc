// `npm run -s batch -- COMMAND …`: the app without its window. Standard output is the app's alone: one JSON object.
import { BuildError, buildApp } from './build-app.mjs';
import { openDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { projectRoot } from './setup.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = projectRoot;
const say = (/** @type {string} */ message) => process.stderr.write(`batch: ${message}\n`);

try {
  await buildApp({ root, log: say });
  const electron = electronCommand({ root });
  const display = await openDisplay(electron.env);
  const { code } = await runCommand(electron.file, [...electron.args, '--batch', ...process.argv.slice(2)], {
    // Paths on the command line are relative to where the person is, not to where npm changed to.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: display.env,
    stdio: 'inherit',
  });
  await display.close();
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.stdout.write(`${JSON.stringify({ code: 'build-failed', message: error.message, where: null })}\n`);
  process.exitCode = 1;
}
