/**
 * The raw ends of Electron's IPC stay in two places, so that no channel escapes the contract and its sender check.
 * @param {string} file relative to the root
 * @param {import('./read-imports.mjs').ImportFound} found
 * @returns {string | undefined}
 */
export function ipcFault(file, { specifier, names, typeOnly }) {
  if (typeOnly || specifier !== 'electron' || !file.startsWith('electron/')) return undefined;
  if (names.includes('ipcMain') && !file.startsWith('electron/ipc/')) {
    return 'ipcMain is used in electron/ipc/ only: add the channel to electron/ipc/contract.ts and a handler';
  }
  if (names.includes('ipcRenderer') && file !== 'electron/preload.ts') {
    return 'ipcRenderer is used in electron/preload.ts only, which builds the bridge from the contract';
  }
  return undefined;
}
