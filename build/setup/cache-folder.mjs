import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where downloads that every checkout shares are kept. Deleting it is always safe.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.DOWNTIME_BOX_CACHE) return env.DOWNTIME_BOX_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'downtime-box');
}
