import type { Files } from '../app/ports';
import type { Shell } from '../storage/shell';

/** Files by the system's own dialogs; the page never learns a path. */
export function createFiles(shell: Shell): Files {
  return {
    choose: (kind) => shell.call('files.choose', { kind }),
    save: (name, bytes) => shell.call('files.save', { name, bytes }),
    saveFolder: (files) => shell.call('files.saveFolder', { files }),
  };
}
