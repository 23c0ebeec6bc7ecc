// `npm run demo`: plays the whole arc in the real app on a synthetic ward, without a person.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, buildApp } from './build-app.mjs';
import { openVirtualDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { runProjectScript } from './project-script.mjs';
import { projectRoot } from './setup.mjs';

const root = projectRoot;
const outputFolder = join(root, 'demo-output');
const script = 'test/demo/play.ts';
const say = (/** @type {string} */ message) => process.stderr.write(`demo: ${message}\n`);

try {
  if (!existsSync(join(root, script))) throw new BuildError(`${script} is missing`);
  await buildApp({ root, log: say });
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const electron = electronCommand({ root });
  const display = await openVirtualDisplay(electron.env);
  try {
    await runProjectScript(root, script, 'play', { root, outputFolder, electron, env: display.env, say });
  } finally {
    await display.close();
  }
  process.stdout.write(`Everything the demo made lies in ${outputFolder}\n`);
  // Whatever the script left open (a file watcher of the module runner, say) must not keep the command alive.
  process.exit(0);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
