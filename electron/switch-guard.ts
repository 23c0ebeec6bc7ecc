/**
 * Chromium's command-line switches that open the page to whoever can start a program on this PC. No fuse covers them,
 * and `devTools: false` does not either (security study 0.6: a fused, packaged app let a debugger in).
 */
const refused = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'user-data-dir',
  'log-net-log',
  'ssl-key-log-file',
  'auth-server-whitelist',
  'enable-automation',
  'unsafely-treat-insecure-origin-as-secure',
  'disable-site-isolation-trials',
  'single-process',
  'browser-subprocess-path',
  'password-store',
  'use-mock-keychain',
]);
/** Electron's own doing at every start; refused only where somebody wrote it (a fuse takes its power, see packaging). */
const setByElectron = new Set(['allow-file-access-from-files']);
const refusedKinds = [/^inspect/, /^debug/, /-cmd-prefix$/, /-launcher$/];

/** Exit code of a refused start (EX_CONFIG of sysexits). */
export const refusedExitCode = 78;

/** The first switch that must not be there, or undefined. `hasSwitch` asks Chromium, which also reads other spellings. */
export function refusedSwitch(argv: readonly string[], hasSwitch: (name: string) => boolean): string | undefined {
  const end = argv.indexOf('--');
  for (const token of end === -1 ? argv : argv.slice(0, end)) {
    const name = /^(?:--?|\/)([a-z][a-z0-9-]*)(?:=|$)/i.exec(token)?.[1]?.toLowerCase();
    if (name !== undefined && (refused.has(name) || refusedKinds.some((kind) => kind.test(name)))) return name;
  }
  return [
    ...[...refused].filter((name) => !setByElectron.has(name)),
    'inspect',
    'inspect-brk',
    'inspect-port',
    'renderer-cmd-prefix',
    'gpu-launcher',
    'utility-cmd-prefix',
  ].find(hasSwitch);
}
