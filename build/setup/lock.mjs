import { mkdir, open, readFile, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const heartbeatMs = 2_000;
const staleAfterMs = 20_000;
const pollMs = 200;

/**
 * Runs `work` while holding a lock file, so that two set-ups started at once take turns. The lock of a killed process is
 * taken over: at once when its process is gone from this host, after 20 s without a heartbeat otherwise (another host, a
 * re-used process id).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(message: string) => void} [onWait] told once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  await mkdir(dirname(file), { recursive: true });
  let told = false;
  while (!(await tryToTake(file))) {
    if (!told) onWait?.(`waiting for another set-up to finish (${file})`);
    told = true;
    if (await isStale(file)) await removeStale(file);
    else await sleep(pollMs);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function tryToTake(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await handle.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
async function isStale(file) {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > staleAfterMs) return true;
    const owner = JSON.parse(await readFile(file, 'utf8'));
    return owner.host === hostname() && !isAlive(owner.pid);
  } catch {
    // Gone meanwhile, or created but not yet written: look again.
    return false;
  }
}

/**
 * Removing is itself exclusive: without this two waiting processes could both see the dead lock, and the second would
 * remove the lock the first has just taken.
 * @param {string} file
 */
async function removeStale(file) {
  const gate = `${file}.taking-over`;
  try {
    await mkdir(gate);
  } catch {
    const age = await stat(gate).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > staleAfterMs) await rmdir(gate).catch(() => {});
    await sleep(pollMs);
    return;
  }
  try {
    if (await isStale(file)) await rm(file, { force: true });
  } finally {
    await rmdir(gate).catch(() => {});
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** @param {unknown} error */
function errorCode(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
