import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A marker found in a file: the leak test's failure. */
export interface Hit {
  readonly file: string;
  readonly marker: string;
  readonly encoding: string;
  readonly offset: number;
}

/** Every way a marker could lie on disk in plain text. */
function encodingsOf(marker: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(marker, 'utf8');
  const ways = new Map<string, Buffer>([
    ['utf-8', utf8],
    ['utf-16le', Buffer.from(marker, 'utf16le')],
    ['utf-16be', Buffer.from(marker, 'utf16le').swap16()],
    [
      'json-escaped',
      Buffer.from(
        JSON.stringify(marker)
          .slice(1, -1)
          .replace(/[^\u0020-\u007e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ),
    ],
    ['percent-encoded', Buffer.from(encodeURIComponent(marker))],
    ['nfd', Buffer.from(marker.normalize('NFD'), 'utf8')],
    ['lower-case', Buffer.from(marker.toLowerCase(), 'utf8')],
    ['hex', Buffer.from(utf8.toString('hex'))],
  ]);
  if (/^[\u0000-\u00ff]+$/.test(marker)) ways.set('latin1', Buffer.from(marker, 'latin1'));
  // Base64 depends on where the marker starts in its group of three bytes; the inner characters are the same each time.
  for (let shift = 0; shift < 3; shift += 1) {
    const text = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = text.slice(shift === 0 ? 0 : shift + 1, text.length - 2);
    if (inner.length >= 8) ways.set(`base64+${shift}`, Buffer.from(inner));
  }
  return ways;
}

/** All files under a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Searches every file (and every file name) under the folders for every marker in every encoding. */
export function searchFiles(
  folders: readonly string[],
  markers: readonly string[],
): { readonly hits: readonly Hit[]; readonly files: number; readonly bytes: number } {
  const needles = markers.flatMap((marker) =>
    [...encodingsOf(marker)].map(([encoding, bytes]) => ({ marker, encoding, bytes })),
  );
  const hits: Hit[] = [];
  let bytes = 0;
  const files = folders.flatMap(filesUnder);
  for (const file of files) {
    for (const marker of markers)
      if (file.includes(marker)) hits.push({ file, marker, encoding: 'file name', offset: 0 });
    if (statSync(file).size === 0) continue;
    const content = readFileSync(file);
    bytes += content.length;
    for (const needle of needles) {
      const offset = content.indexOf(needle.bytes);
      if (offset >= 0) hits.push({ file, marker: needle.marker, encoding: needle.encoding, offset });
    }
  }
  return { hits, files: files.length, bytes };
}
