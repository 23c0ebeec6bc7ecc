import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { ExportFile } from './export-input';

/**
 * Files as one archive under AES-256 (WinZip AE-2). Names of files stay readable in any zip: none of ours holds a
 * patient. Windows Explorer opens no AES archive; 7-Zip does.
 */
export async function encryptedZip(
  files: readonly Pick<ExportFile, 'name' | 'bytes'>[],
  password: string,
): Promise<Uint8Array> {
  // Its own workers would be loaded from a blob URL, which the content security policy forbids.
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3 });
  for (const { name, bytes } of files) await zip.add(name, new Uint8ArrayReader(bytes));
  return zip.close();
}
