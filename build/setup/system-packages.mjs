import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * One thing needed: any of the names will do, best first. Debian 13 and Ubuntu 24.04 renamed libraries when time_t grew
 * to 64 bits ("t64").
 * @typedef {readonly string[]} Requirement
 */

/** What Electron is linked against (its other libraries come with these), and a display where there is none. */
export const appRequirements = /** @type {readonly Requirement[]} */ ([
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libdrm2'],
  ['libatk1.0-0t64', 'libatk1.0-0'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libxkbcommon0'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxfixes3'],
  ['libxrandr2'],
  ['libpango-1.0-0'],
  ['libcairo2'],
  ['xvfb'],
]);

/** Storage tests in a real browser, paper tests that read the printed PDF, and the zip target. */
export const testRequirements = /** @type {readonly Requirement[]} */ ([
  ['chromium', 'chromium-browser', 'google-chrome-stable'],
  ['poppler-utils'],
  ['p7zip-full', '7zip'],
  ['xauth'],
]);

/**
 * The requirements not met by what is installed.
 * @param {readonly Requirement[]} requirements
 * @param {ReadonlySet<string>} installed
 */
export function missingRequirements(requirements, installed) {
  return requirements.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * The name to ask apt for: the best one it can offer, else the last, oldest one, which newer systems still understand.
 * @param {Requirement} names
 * @param {ReadonlySet<string>} offered
 */
export function nameToInstall(names, offered) {
  return names.find((name) => offered.has(name)) ?? names[names.length - 1] ?? '';
}

/**
 * Names with an installable version in the output of `apt-cache policy`.
 * @param {string} policy
 * @returns {Set<string>}
 */
export function offeredPackages(policy) {
  const offered = new Set();
  let current = '';
  for (const line of policy.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading?.[1] !== undefined) current = heading[1];
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) offered.add(current);
  }
  return offered;
}

/** Debian and what derives from it; elsewhere we do not know the package names. */
export function isDebianLike() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * @param {readonly Requirement[]} requirements
 * @returns {Promise<Requirement[]>}
 */
export async function missingSystemPackages(requirements) {
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await runCommand('dpkg-query', ['-W', '-f', format, ...requirements.flat()], { stdio: 'capture' });
  const installed = output
    .split('\n')
    .flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0] ?? ''] : []));
  return missingRequirements(requirements, new Set(installed));
}

/**
 * Installs as root; otherwise stops with the very line to run.
 * @param {readonly Requirement[]} missing
 * @param {(message: string) => void} log
 */
export async function installSystemPackages(missing, log) {
  const isRoot = process.getuid?.() === 0;
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=120'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (isRoot) {
    log('system packages: apt-get update');
    await runCommand('apt-get', [...apt, 'update'], { env });
  }
  const { output } = await runCommand('apt-cache', ['policy', ...missing.flat()], { stdio: 'capture' });
  const offered = offeredPackages(output);
  const names = missing.map((requirement) => nameToInstall(requirement, offered));
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot) {
    throw new SetupError(`These system packages are missing and installing them needs root. Run:\n\n  sudo ${line}\n`);
  }
  log(`system packages: ${line}`);
  const { code } = await runCommand('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...names], { env });
  const still = await missingSystemPackages(missing);
  if (code !== 0 || still.length > 0) {
    throw new SetupError(`Installing system packages failed (apt's own words are above). Try by hand:\n\n  ${line}\n`);
  }
}
