import type { SettingsStore } from '../app/ports';
import type { Shell } from './shell';

/** Settings through the shell: a patch replaces whole members, `undefined` or null removes one. Patches never overtake. */
export function createSettingsStore(shell: Shell): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<Record<string, unknown>> => {
    const { json } = await shell.call('settings.read');
    const value: unknown = json === '' ? {} : JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  };

  const merge = async (patch: Record<string, unknown>): Promise<void> => {
    const merged = Object.entries({ ...(await read()), ...patch }).filter(
      ([, value]) => value !== undefined && value !== null,
    );
    await shell.call('settings.write', { json: JSON.stringify(Object.fromEntries(merged)) });
  };

  return {
    async read() {
      await last;
      return read();
    },
    write(patch) {
      const turn = last.then(() => merge(patch));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
