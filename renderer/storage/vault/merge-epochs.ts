import type { VaultFile } from './vault-file';

/**
 * `file` with the data keys `other` has and it lacks, and without those destroyed in either. A writer that read the file
 * before a key was made would lose that key and what lies under it; one that read it before a key was destroyed, or a
 * backup from before, would bring it back.
 */
export function mergeEpochs(file: VaultFile, other: VaultFile): VaultFile {
  const removed = [...(file.removed ?? [])];
  for (const one of other.removed ?? []) if (!removed.some(({ epoch }) => epoch === one.epoch)) removed.push(one);
  const epochs = [...file.epochs];
  for (const one of other.epochs) if (!epochs.some(({ epoch }) => epoch === one.epoch)) epochs.push(one);
  return {
    ...file,
    epochs: epochs.filter(({ epoch }) => !removed.some((one) => one.epoch === epoch)),
    ...(removed.length > 0 ? { removed } : {}),
  };
}
