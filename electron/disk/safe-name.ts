import { isAbsolute, resolve, sep } from 'node:path';
import { ShellFailure } from './shell-failure';

const blobName = /^[a-z0-9][a-z0-9.-]{0,99}$/;
// What Windows refuses is refused everywhere, so that a pack saved on Linux opens on the ward's PC.
// oxlint-disable-next-line no-control-regex
const unsafeInFileName = /[<>:"|?*\\\u0000-\u001f]/;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Refuses a blob name that is not plain lower case letters, digits, dot and dash. */
export function checkBlobName(name: string): string {
  if (!blobName.test(name) || name.includes('..')) throw new ShellFailure('bad-argument', 'blob name');
  return name;
}

/** A relative path of safe segments (`fhir/bundle.json`) under `folder`; throws bad-argument on anything that would leave it. */
export function pathUnder(folder: string, name: string): string {
  const segments = name.split('/');
  const fine = segments.every(
    (s) =>
      s !== '' &&
      s !== '.' &&
      s !== '..' &&
      !unsafeInFileName.test(s) &&
      !reservedOnWindows.test(s) &&
      !/[. ]$/.test(s),
  );
  if (!fine || isAbsolute(name)) throw new ShellFailure('bad-argument', 'file name');
  const root = resolve(folder);
  const path = resolve(root, ...segments);
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) throw new ShellFailure('bad-argument', 'file name');
  return path;
}
