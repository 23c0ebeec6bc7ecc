// `npm run test:faults`: everything that can happen to a ward PC, played on the packaged app; one table at the end.
//   node build/faults.mjs [--quick] [words of the faults to play…]      --quick: every fault, few tries each, for CI
import { BuildError, buildApp } from './build-app.mjs';
import { openVirtualDisplay } from './display.mjs';
import { packageApp, packagedAppCommand } from './package-app.mjs';
import { runProjectScript } from './project-script.mjs';
import { projectRoot } from './setup.mjs';

const root = projectRoot;
const quick = process.argv.includes('--quick');
const only = process.argv.slice(2).filter((word) => word !== '--quick');
const say = (/** @type {string} */ message) => process.stderr.write(`faults: ${message}\n`);

try {
  await buildApp({ root, flavour: 'e2e', log: say });
  await packageApp({ root, flavour: 'test', log: say });
  const packaged = packagedAppCommand({ root });
  const display = await openVirtualDisplay(packaged.env);
  let bad = 1;
  try {
    const options = { packaged: { ...packaged, env: display.env }, only, quick, say };
    bad = Number(await runProjectScript(root, 'test/faults/faults.ts', 'faults', options));
  } finally {
    await display.close();
  }
  // The module runner may keep a watcher open; what had to be awaited was.
  process.exit(bad > 0 ? 1 : 0);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
