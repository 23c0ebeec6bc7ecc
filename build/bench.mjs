// `npm run bench`: the numbers of the product, each as a ratio to a plain counterpart measured in the same run.
import { buildApp, BuildError } from './build-app.mjs';
import { openVirtualDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { packageApp, packagedAppCommand } from './package-app.mjs';
import { runProjectScript } from './project-script.mjs';
import { projectRoot } from './setup.mjs';

const root = projectRoot;
const say = (/** @type {string} */ message) => process.stderr.write(`bench: ${message}\n`);

try {
  await buildApp({ root, log: say });
  await buildApp({ root, flavour: 'e2e', log: say });
  const { folder } = await packageApp({ root, flavour: 'test', log: say });
  const electron = electronCommand({ root });
  const display = await openVirtualDisplay(electron.env);
  try {
    const packaged = packagedAppCommand({ root });
    await runProjectScript(root, 'test/bench/bench.ts', 'bench', {
      root,
      folder,
      electron: { ...electron, env: display.env },
      packaged: { ...packaged, env: display.env },
      say,
    });
  } finally {
    await display.close();
  }
  // The module runner may keep a watcher open; what had to be awaited was.
  process.exit(0);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
