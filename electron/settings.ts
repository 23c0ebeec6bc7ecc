import { dirname } from 'node:path';
import { ensureFolder, moveAside, readIfThere, writeAtomically } from './disk/atomic-file';
import { parseObject } from './journal/sealed-line';

/** Settings of this workstation, no patient in them. A damaged file is moved aside and the defaults hold. */
export function openSettings(options: {
  readonly path: string;
  readonly now: () => Date;
  readonly log: (code: string) => void;
}) {
  return {
    async read(): Promise<string> {
      const bytes = await readIfThere(options.path);
      if (!bytes) return '{}';
      const json = bytes.toString('utf8');
      if (parseObject(json)) return json;
      options.log('settings.damaged');
      await moveAside(options.path, 'damaged', options.now()).catch(() => undefined);
      return '{}';
    },
    async write(json: string): Promise<void> {
      await ensureFolder(dirname(options.path));
      await writeAtomically(options.path, json);
    },
  };
}
