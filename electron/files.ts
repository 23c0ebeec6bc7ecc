import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { ensureFolder, writeAtomically } from './disk/atomic-file';
import { pathUnder } from './disk/safe-name';
import { ShellFailure } from './disk/shell-failure';
import { openTestAnswers } from './test-answers';

type Kind = 'census' | 'library' | 'backup' | 'scans';

const mostBytes = 512 * 1024 * 1024;

const filters: Readonly<Record<Kind, FileFilter>> = {
  census: { name: 'CSV, FHIR, HL7', extensions: ['csv', 'tsv', 'txt', 'json', 'ndjson', 'hl7'] },
  library: { name: 'JSON, ZIP', extensions: ['json', 'zip'] },
  backup: { name: 'Downtime Box', extensions: ['dtbox'] },
  scans: { name: 'PDF, TIFF, PNG, JPEG', extensions: ['pdf', 'tif', 'tiff', 'png', 'jpg', 'jpeg'] },
};

/** Files the person chooses; the page sees names and bytes, never a path. */
export function openFiles(parent: () => BrowserWindow | undefined) {
  const tests = __E2E__ ? openTestAnswers() : undefined;

  async function ask(open: () => Promise<{ canceled: boolean; paths: readonly string[] }>): Promise<readonly string[]> {
    if (tests) return tests.next();
    const { canceled, paths } = await open();
    return canceled ? [] : paths;
  }

  /** A dialog belongs to its window: behind it, it would look as if the app hung. */
  const askOpen = (options: Electron.OpenDialogOptions) =>
    ask(async () => {
      const window = parent();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return { canceled, paths: filePaths };
    });

  const askSave = (options: Electron.SaveDialogOptions) =>
    ask(async () => {
      const window = parent();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return { canceled, paths: filePath ? [filePath] : [] };
    });

  return {
    async choose(kind: Kind) {
      const properties: ('openFile' | 'multiSelections')[] =
        kind === 'backup' ? ['openFile'] : ['openFile', 'multiSelections'];
      const all = { name: '*', extensions: ['*'] };
      const paths = await askOpen({ properties, filters: [filters[kind], all] });
      let total = 0;
      const out: { readonly name: string; readonly bytes: Uint8Array }[] = [];
      for (const path of paths) {
        total += (await stat(path)).size;
        if (total > mostBytes) throw new ShellFailure('too-large', 'chosen files');
        out.push({ name: basename(path), bytes: await readFile(path) });
      }
      return out;
    },

    async save(name: string, bytes: Uint8Array) {
      // The name is only a suggestion, yet it must not steer the dialog to another folder.
      const documents = app.getPath('documents');
      const [path] = await askSave({ defaultPath: pathUnder(documents, basename(name)) });
      if (path === undefined) return { saved: false };
      await writeAtomically(path, bytes);
      return { saved: true, name: basename(path), sha256: hash('sha256', await readFile(path)) };
    },

    /** A folder of the person's choice; undefined when none was chosen. */
    async chooseFolder(): Promise<string | undefined> {
      const [chosen] = await askOpen({ properties: ['openDirectory', 'createDirectory'] });
      return chosen;
    },

    async saveFolder(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
      const [chosen] = await askOpen({ properties: ['openDirectory', 'createDirectory'] });
      if (chosen === undefined) return { saved: false };
      const folder = await freshFolder(chosen, new Date());
      for (const { name, bytes } of files) {
        const path = pathUnder(folder, name);
        await ensureFolder(dirname(path));
        await writeAtomically(path, bytes);
      }
      return { saved: true, name: basename(folder) };
    },
  };
}

/** The chosen folder when it is empty, else a new one in it: a folder dialog does not ask before files are replaced. */
async function freshFolder(chosen: string, now: Date): Promise<string> {
  await ensureFolder(chosen);
  if ((await readdir(chosen)).length === 0) return chosen;
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
  const folder = join(chosen, `downtime-box-${stamp}`);
  await ensureFolder(folder);
  return folder;
}
