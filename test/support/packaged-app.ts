import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppCommand } from './app-driver';

const root = join(import.meta.dirname, '..', '..');

/** The packaged app of the test flavour, as `npm test` packs it before these tests. */
export function packagedApp(): AppCommand {
  const file = process.env['DOWNTIME_BOX_APP'] ?? join(root, 'out', 'test', 'linux-unpacked', 'downtime-box');
  if (!existsSync(file)) throw new Error(`no packaged app at ${file}: run npm run test:e2e, which packs it`);
  // Chromium's sandbox refuses root; only containers run tests as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { file, args, env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined } };
}
