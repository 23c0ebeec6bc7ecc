import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BatchRequest } from '../ipc/contract';
import type { BatchCommandLine } from '../command-line';

const longest = 64 * 1024;

/** The request with its passphrase, or the path that could not be read. */
export type BatchReading =
  | { readonly ok: true; readonly request: BatchRequest }
  | { readonly ok: false; readonly where: string };

/** Reads the passphrase file; one trailing line end, which every editor adds, is not part of the passphrase. */
export function readRequest(batch: BatchCommandLine, cwd: string): BatchReading {
  const { words, options, passphraseFile } = batch;
  if (passphraseFile === undefined) return { ok: true, request: { words, options } };
  try {
    const text = readFileSync(resolve(cwd, passphraseFile), 'utf8').replace(/^\uFEFF/, '');
    const passphrase = text.replace(/\r?\n$/, '');
    if (passphrase === '' || passphrase.length > longest) return { ok: false, where: passphraseFile };
    return { ok: true, request: { words, options, passphrase } };
  } catch {
    return { ok: false, where: passphraseFile };
  }
}
