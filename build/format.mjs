// `npm run format`: writes every file the way `npm run check` wants it, and mends what the linter can.
import { join } from 'node:path';
import { projectRoot } from './setup.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = projectRoot;
const commands = [
  ['node_modules/oxlint/bin/oxlint', '--type-aware', '--fix', '--silent'],
  ['node_modules/oxfmt/bin/oxfmt', '--write', '.'],
];
for (const [script = '', ...args] of commands) {
  await runCommand(projectNode(root), [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
}
