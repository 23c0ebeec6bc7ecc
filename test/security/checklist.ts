/** One promise and the tests that try to break it, found by their full names. */
export interface Promised {
  readonly where: string;
  readonly check: string;
  readonly proof: readonly RegExp[];
}

/** Electron's twenty points (docs/tutorial/security.md), then what a record of patients asks for on top. */
export const CHECKLIST: readonly Promised[] = [
  {
    where: 'Electron 1',
    check: 'only content of its own, none from a network',
    proof: [/reaches nothing at/, /neither opened, embedded/],
  },
  { where: 'Electron 2', check: 'no Node in the page', proof: [/has no Node and no Electron/] },
  { where: 'Electron 3', check: 'context isolation', proof: [/sandbox of its own, without developer/] },
  {
    where: 'Electron 4',
    check: 'process sandbox',
    proof: [/sandbox of its own, without developer/, /start without the sandbox/],
  },
  {
    where: 'Electron 5',
    check: 'permissions refused',
    proof: [/gets no permission/, /refused by name, but/, /give no device, no file handle/],
  },
  { where: 'Electron 6', check: 'web security on', proof: [/sandbox of its own, without developer/] },
  {
    where: 'Electron 7',
    check: 'content security policy with Trusted Types',
    proof: [
      /sends the strict policy/,
      /evaluates no text as code/,
      /takes no markup/,
      /foreign content/,
      /markup or address/,
    ],
  },
  {
    where: 'Electron 8-10',
    check: 'no insecure content, no experiments, no blink features',
    proof: [/electronegativity/, /each dangerous switch/],
  },
  { where: 'Electron 11-12', check: 'no webview, none attached', proof: [/have no webview/, /sandbox of its own/] },
  {
    where: 'Electron 13',
    check: 'stays on its page',
    proof: [/stays where it is/, /neither opened, embedded/, /not even an empty one/],
  },
  { where: 'Electron 14', check: 'no new window', proof: [/opens no window/, /neither opened, embedded/] },
  {
    where: 'Electron 15',
    check: 'nothing opened outside',
    proof: [/code that opens links outside/, /neither opened, embedded/],
  },
  { where: 'Electron 16', check: 'no release on an old Electron', proof: [/development runtime/] },
  {
    where: 'Electron 17',
    check: 'messages only from its own main frame',
    proof: [/answers no other window/, /opens no window and embeds no page/],
  },
  {
    where: 'Electron 18',
    check: 'no file: protocol; nothing outside the app folder',
    proof: [/refuses app:\/\//, /answers no other host/],
  },
  { where: 'Electron 19', check: 'fuses, read back and tried', proof: [/^fuses /] },
  {
    where: 'Electron 20',
    check: 'the bridge offers the contract only',
    proof: [/has no Node and no Electron/, /knows no channel outside/],
  },
  {
    where: 'IPC',
    check: 'malformed and oversized arguments refused on every channel',
    proof: [
      /^the parser of /,
      /malformed argument/,
      /oversized arguments/,
      /no function, symbol/,
      /works on afterwards/,
    ],
  },
  { where: 'IPC', check: 'a failure crosses as a code, without its message', proof: [/^an answer /] },
  {
    where: 'downloads',
    check: 'nothing saved by the page itself',
    proof: [/downloads nothing/, /save no file to this PC/],
  },
  {
    where: 'switches',
    check: 'debugging and rerouting switches refused',
    proof: [/the switch guard/, /each dangerous switch/, /is refused$/, /nothing listens for a debugger/],
  },
  {
    where: 'environment',
    check: 'variables change nothing in a release',
    proof: [/no variable runs foreign code/, /NODE_OPTIONS/, /running as Node/],
  },
  { where: 'spell check', check: 'off: no dictionary is fetched', proof: [/sandbox of its own, without developer/] },
  { where: 'window title', check: 'carries no name', proof: [/cannot change the title/] },
  { where: 'lock', check: "ends the page's process", proof: [/locks by ending the page's process/] },
  {
    where: 'package',
    check: 'no test hooks, maps or paths of the build machine',
    proof: [/^a package without test hooks /],
  },
  {
    where: 'leaks',
    check: 'nothing in plain text in profile, journal, backup, temp, logs, dumps',
    proof: [/nothing of a patient and no secret/, /what was asked for does lie outside/],
  },
  {
    where: 'log',
    check: "no patient's name in a line",
    proof: [/names do not get in/, /described without its message/, /reaches neither page nor log/],
  },
  {
    where: 'safeStorage',
    check: 'none, basic_text: no device secret, so no PIN',
    proof: [/no device secret is kept, so/, /policy named by a variable/],
  },
  {
    where: 'safeStorage',
    check: 'gnome-keyring: wrapped, opens again, not elsewhere',
    proof: [/wrapped by it, and opens again/, /carried to another account/],
  },
  {
    where: 'PIN',
    check: 'delays, ten strikes; restart and clock change nothing',
    proof: [
      /five wrong PINs/,
      /neither a new start nor a clock/,
      /ten wrong PINs close/,
      /clock forward and starting again/,
    ],
  },
  { where: 'PIN', check: 'break-glass and passphrase stay open', proof: [/locks nobody out$/] },
  { where: 'policy file', check: 'checked; a mistake loosens nothing', proof: [/policy/] },
  {
    where: 'electronegativity',
    check: 'no finding that was not looked into, no parse error',
    proof: [/electronegativity finds nothing/],
  },
];
