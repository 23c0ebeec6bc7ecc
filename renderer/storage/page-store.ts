import type { PageStore } from '../app/ports';
import { fromBase64, toBase64 } from './bytes';
import type { Keyring } from './keyring';
import { openJson, type SealPurpose, sealJson } from './sealed-bytes';
import type { Shell } from './shell';

interface StoredPage {
  readonly type: 'image/jpeg' | 'image/png';
  readonly base64: string;
}

/** Scanned pages beside the journal, each sealed by itself: a ward's 300 pages are never all in memory. */
export function createPageStore({ shell, keyring }: { readonly shell: Shell; readonly keyring: Keyring }): PageStore {
  return {
    async put(id, { type, bytes }, book) {
      const epoch = (book === undefined ? undefined : await keyring.epochFor?.(book)) ?? keyring.epoch;
      const page: StoredPage = { type, base64: toBase64(new Uint8Array(bytes)) };
      const sealed = await sealJson(keyring, purposeOf(id), page, false, epoch);
      await shell.call('blob.write', { name: pageBlobName(id), bytes: sealed });
    },
    async get(id) {
      const { bytes } = await shell.call('blob.read', { name: pageBlobName(id) });
      if (!bytes) return undefined;
      const { type, base64 } = (await openJson(keyring, purposeOf(id), bytes)) as StoredPage;
      return { type, bytes: fromBase64(base64) };
    },
  };
}

/** Name of a scanned page beside the journal: an opaque id, no serial and no patient. */
export function pageBlobName(id: string): string {
  return `page-${id.toLowerCase()}.sealed`;
}

function purposeOf(id: string): SealPurpose {
  return { purpose: 'page', bound: id };
}
