import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { errnoOf } from './disk/shell-failure';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
};

/** A file of the app's own, or the status that says why there is none. */
export type StaticFile = { readonly bytes: Buffer; readonly mime: string } | { readonly status: 403 | 404 };

/** Reads `pathname` (still percent-encoded) from under `root`; nothing outside it can be named. */
export async function readStaticFile(root: string, pathname: string): Promise<StaticFile> {
  const path = resolveUnder(root, pathname);
  if (path === undefined) return { status: 403 };
  const mime = mimeTypes[extname(path).toLowerCase()];
  if (mime === undefined) return { status: 404 };
  try {
    return { bytes: await readFile(path), mime };
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(errnoOf(error) ?? '')) return { status: 404 };
    throw error;
  }
}

/** The file a URL path names, or undefined when it would leave `root` or is not plainly written. */
export function resolveUnder(root: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\\\0]/.test(decoded) || decoded.split('/').some((segment) => segment === '..' || segment === '.'))
    return undefined;
  const path = join(root, decoded === '/' ? 'index.html' : decoded);
  return path.startsWith(root + sep) ? path : undefined;
}
