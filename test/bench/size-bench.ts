import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import type { Ratio } from './ratio';

/** Bytes of the app's own code by part, as it lies in the archive. */
export interface OwnCode {
  readonly parts: ReadonlyMap<string, number>;
  readonly ratio: Ratio;
}

/** What of the package is ours, and how that compares to the runtime it comes with. */
export function measureSize(folder: string): OwnCode {
  const archive = join(folder, 'resources', 'app.asar');
  const parts = new Map<string, number>();
  for (const { path, size } of filesOf((getRawHeader(archive).header as unknown as Entry).files ?? {}, ''))
    parts.set(partOf(path), (parts.get(partOf(path)) ?? 0) + size);
  const ours = statSync(archive).size;
  return {
    parts,
    ratio: {
      what: "the package's own code",
      ours: ours / 1e6,
      plain: (bytesUnder(folder) - ours) / 1e6,
      against: 'the Electron runtime around it',
      unit: 'MB',
      rounds: 1,
    },
  };
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
}

function filesOf(entries: Readonly<Record<string, Entry>>, folder: string): { path: string; size: number }[] {
  return Object.entries(entries).flatMap(([name, { files, size }]) =>
    files ? filesOf(files, `${folder}${name}/`) : [{ path: `${folder}${name}`, size: size ?? 0 }],
  );
}

function partOf(path: string): string {
  if (!path.startsWith('dist/renderer/')) return path.startsWith('dist/electron/') ? 'main process' : 'other';
  if (path.endsWith('.woff2')) return 'fonts';
  if (path.endsWith('.css')) return 'styles';
  if (/worker/.test(path)) return 'workers (FHIRPath, Argon2)';
  if (/\/(load-library|forms)-[^/]*\.js$/.test(path)) return 'library (forms, checklists, runbooks)';
  if (/\/index-[^/]*\.js$/.test(path)) return 'screens and domain';
  return path.endsWith('.js') ? 'loaded when needed (PDF, export)' : 'other';
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum +
      (entry.isDirectory()
        ? bytesUnder(join(folder, entry.name))
        : entry.isFile()
          ? statSync(join(folder, entry.name)).size
          : 0),
    0,
  );
}
