/**
 * Which way imports may point (README.md "Direction"). The first room whose folder a file lies in is its room.
 * @typedef {object} Room
 * @property {string} folder
 * @property {string[]} may folders or files this room may import; a file without its extension
 * @property {string} instead what to do when it wants more
 * @property {RegExp} [noPackages] packages it must not import
 */

const contract = 'electron/ipc/contract';

/** @type {Room[]} */
const rooms = [
  {
    folder: 'renderer/domain/',
    may: ['renderer/domain/'],
    noPackages: /./,
    instead: 'the domain is pure: take what you need as an argument and let the caller in app/ provide it',
  },
  {
    folder: 'renderer/content/',
    may: ['renderer/content/', 'renderer/domain/'],
    noPackages: /^(react|react-dom|dexie|electron|@mantine\/.*)$/,
    instead: 'content describes data files with the words of domain/; move what it needs there',
  },
  {
    folder: 'renderer/exchange/',
    may: ['renderer/exchange/', 'renderer/domain/'],
    noPackages: /^(react|react-dom|dexie|electron|@mantine\/.*)$/,
    instead: 'a codec gets everything as arguments; its caller reaches it through a port',
  },
  {
    folder: 'renderer/app/',
    may: ['renderer/app/', 'renderer/domain/'],
    noPackages: /^(react|react-dom|dexie|electron|@mantine\/.*)$/,
    instead: 'add what the use-case needs to app/ports and let main.tsx wire it in',
  },
  {
    folder: 'renderer/storage/',
    may: ['renderer/storage/', 'renderer/domain/', 'renderer/app/ports', 'renderer/app/backup-port'],
    noPackages: /^(react|react-dom|electron|@mantine\/.*)$/,
    instead: 'storage knows the ports it fills and the domain, nothing of use-cases or screens',
  },
  {
    folder: 'renderer/shell/',
    may: [
      'renderer/shell/',
      'renderer/storage/shell',
      'renderer/domain/',
      'renderer/app/ports',
      'renderer/app/batch/run-batch',
    ],
    noPackages: /^(react|react-dom|dexie|electron|@mantine\/.*)$/,
    instead: 'the shell fills ports over the bridge; anything more belongs into app/ or electron/',
  },
  {
    folder: 'renderer/ui/',
    may: ['renderer/ui/', 'renderer/app/', 'renderer/domain/'],
    noPackages: /^(dexie|electron)$/,
    instead: 'a screen asks a use-case in app/; app/ reaches storage, exchange and Electron through its ports',
  },
  {
    folder: 'renderer/',
    may: ['renderer/'],
    noPackages: /^electron$/,
    instead: 'only main.tsx wires, and it wires renderer/',
  },
  {
    folder: 'electron/',
    may: ['electron/'],
    instead: 'the main process handles sealed bytes and never a record: it imports nothing of renderer/',
  },
  {
    folder: 'build/',
    may: ['build/'],
    instead: 'scripts run before and around the app; the app is loaded through Vite',
  },
  { folder: 'test/', may: ['renderer/', 'electron/', 'build/', 'test/', ''], instead: '' },
  { folder: '', may: ['build/', 'renderer/', 'electron/'], instead: '' },
];

/** Rooms that may speak of what crosses the bridge. Screens ask app/, and pure rooms know no bridge. */
const contractReaders = /^renderer\/(app\/|storage\/|shell\/|[^/]+$)/;

/**
 * The sentence that says what is wrong with an import, or undefined.
 * @param {string} from path of the importing file, relative to the root
 * @param {string} to path of the imported file, or the name of a package
 * @param {{isPackage: boolean, typeOnly: boolean}} how
 * @returns {string | undefined}
 */
export function directionFault(from, to, { isPackage, typeOnly }) {
  const room = rooms.find(({ folder }) => from.startsWith(folder));
  if (room === undefined) return undefined;
  if (isPackage) {
    return room.noPackages?.test(to)
      ? `${room.folder} must not import the package "${to}": ${room.instead}`
      : undefined;
  }
  const target = to.replace(/\.d\.ts$|\.[a-z]+$/, '');
  if (target === contract && from.startsWith('renderer/')) {
    if (!contractReaders.test(from)) return `only app/, storage/, shell/ and main.tsx know the bridge: ${room.instead}`;
    return typeOnly ? undefined : 'of the contract only types cross over: write "import type"';
  }
  // A port's type may be the codec's own: the words are the codec's, the wiring stays in main.tsx.
  if (typeOnly && from.startsWith('renderer/app/') && to.startsWith('renderer/exchange/')) return undefined;
  const allowed = room.may.some((path) => (path.endsWith('/') || path === '' ? to.startsWith(path) : target === path));
  return allowed ? undefined : `${room.folder || 'the root'} must not import ${to}: ${room.instead}`;
}
