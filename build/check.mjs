// `npm run check`: types, lint, house rules, format and unit tests; or only those named.
//   node build/check.mjs [types] [lint] [house] [format] [unit]
import { join } from 'node:path';
import { projectRoot } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = projectRoot;
const tsc = 'node_modules/typescript/bin/tsc';
const typedFolders = ['renderer/domain', 'renderer', 'electron', 'build', 'test'];

/** @type {Record<string, string[][]>} */
const checks = {
  types: typedFolders.map((folder) => [tsc, '-p', folder]),
  lint: [['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  house: [['build/check-house.mjs']],
  format: [['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  unit: [['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit']],
};

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in checks));
if (unknown !== undefined) {
  process.stderr.write(`There is no check "${unknown}". There are: ${Object.keys(checks).join(', ')}\n`);
  process.exit(2);
}
// All of them, so that one run shows everything there is to mend.
/** @type {string[]} */
const failed = [];
for (const name of named.length > 0 ? named : Object.keys(checks)) {
  for (const command of checks[name] ?? []) {
    const [script = '', ...args] = command;
    const { code } = await runCommand(projectNode(root), [join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    if (code !== 0) failed.push([name, ...args].join(' '));
  }
}
process.stdout.write(failed.length > 0 ? `check: failed: ${failed.join('; ')}\n` : 'check: all well\n');
process.exitCode = failed.length > 0 ? 1 : 0;
