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
/**
 * Refused where somebody wrote them, not where Chromium has them: Electron sets some of these itself at every start.
 * One of the features empties the database (security study 0.7); logs and traces would lie where nobody expects them.
 */
const refusedWritten = new Set([
  'allow-file-access-from-files',
  'enable-features',
  'disable-features',
  'enable-blink-features',
  'disable-blink-features',
  'enable-experimental-web-platform-features',
  'enable-logging',
  'log-file',
  'trace-startup',
  'trace-startup-file',
  'trace-config-file',
  'crash-dumps-dir',
  'enable-crash-reporter',
  'disable-popup-blocking',
  'profiling-file',
  'in-process-gpu',
]);
/** Somebody else's cure for an app that does not start; it takes the wall between the page and this PC away. */
const withoutSandbox = ['no-sandbox', 'disable-setuid-sandbox', 'disable-namespace-sandbox', 'no-zygote'];
const refusedKinds = [/^inspect/, /^debug/, /-cmd-prefix$/, /-launcher$/];

/** Exit code of a refused start (EX_CONFIG of sysexits). */
export const refusedExitCode = 78;

/**
 * The first switch that must not be there, or undefined. `hasSwitch` asks Chromium, which also reads other spellings.
 * `root`: Chromium has no sandbox for it, which only tests and containers need.
 */
export function refusedSwitch(
  argv: readonly string[],
  hasSwitch: (name: string) => boolean,
  root = process.getuid?.() === 0,
): string | undefined {
  const sandbox = root ? [] : withoutSandbox;
  const names = new Set([...refused, ...refusedWritten, ...sandbox]);
  const end = argv.indexOf('--');
  for (const token of end === -1 ? argv : argv.slice(0, end)) {
    const name = /^(?:--?|\/)([a-z][a-z0-9-]*)(?:=|$)/i.exec(token)?.[1]?.toLowerCase();
    if (name !== undefined && (names.has(name) || refusedKinds.some((kind) => kind.test(name)))) return name;
  }
  return [
    ...refused,
    ...sandbox,
    'inspect',
    'inspect-brk',
    'inspect-port',
    'renderer-cmd-prefix',
    'gpu-launcher',
    'utility-cmd-prefix',
  ].find(hasSwitch);
}
