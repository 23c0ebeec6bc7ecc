// `npm run test:security`: what the shell, the vault and the files promise, tried on the packaged app; one table at the end.
//   node build/security.mjs [filter or vitest options…]
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, buildApp } from './build-app.mjs';
import { openVirtualDisplay } from './display.mjs';
import { packageApp } from './package-app.mjs';
import { runProjectScript } from './project-script.mjs';
import { projectRoot } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = projectRoot;
const partly = process.argv.length > 2;
const say = (/** @type {string} */ message) => process.stderr.write(`security: ${message}\n`);

try {
  await buildApp({ root, flavour: 'e2e', log: say });
  await packageApp({ root, flavour: 'test', log: say });
  const report = join(root, 'test-output', 'security.json');
  mkdirSync(join(root, 'test-output'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'security'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const display = await openVirtualDisplay();
  try {
    const command = [...vitest, ...reporters, ...process.argv.slice(2)];
    await runCommand(projectNode(root), command, { cwd: root, env: display.env, stdio: 'inherit' });
  } finally {
    await display.close();
  }
  const bad = Number(await runProjectScript(root, 'test/security/table.ts', 'securityTable', { report, partly }));
  // The module runner may keep a watcher open; what had to be awaited was.
  process.exit(bad > 0 ? 1 : 0);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
