import { join } from 'node:path';
import { runnerImport } from 'vite';

/**
 * Runs one exported function of a TypeScript file of the project (imports without extensions, as in the app).
 * @param {string} root
 * @param {string} file relative to the root
 * @param {string} name of the export
 * @param {unknown} options
 */
export async function runProjectScript(root, file, name, options) {
  /** @type {{module: Record<string, unknown>}} */
  const { module } = await runnerImport(join(root, file), { root, logLevel: 'warn' });
  const run = module[name];
  if (typeof run !== 'function') throw new Error(`${file} has no exported function "${name}"`);
  return run(options);
}
