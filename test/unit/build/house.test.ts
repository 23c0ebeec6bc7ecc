import { describe, expect, test } from 'vitest';
import { houseFaults } from '../../../build/check-house.mjs';
import { readImports } from '../../../build/house/read-imports.mjs';

function messagesOf(files: Record<string, string>) {
  return houseFaults(new Map(Object.entries(files))).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const empty = 'export {};\n';

describe('imports', () => {
  test('every way of naming a file is seen when a module uses them all', () => {
    const found = readImports(
      'renderer/a.ts',
      [
        "import { b, type C } from './b';",
        "import type { D } from './d';",
        "export * from './e';",
        "import './f.css';",
        "const g = () => import('./g');",
        "type H = import('./h').H;",
        "const i = new Worker(new URL('./i.ts', import.meta.url));",
        "const j = import.meta.glob('./forms/*.json');",
        "import k from './k?worker&url';",
      ].join('\n'),
    );
    const seen = Object.fromEntries(found.map(({ specifier, typeOnly }) => [specifier, typeOnly]));
    expect(seen).toEqual({
      './b': false,
      './d': true,
      './e': false,
      './f.css': false,
      './g': false,
      './h': true,
      './i.ts': false,
      './forms/': false,
      './k': false,
    });
  });

  test('a screen is refused when it reaches storage, and is told what to do instead', () => {
    const faults = messagesOf({
      'renderer/ui/a.tsx': "\nimport { open } from '../storage/database';",
      'renderer/storage/database.ts': empty,
    });
    expect(faults).toEqual([
      'renderer/ui/a.tsx:2 renderer/ui/ must not import renderer/storage/database.ts: ' +
        'a screen asks a use-case in app/; app/ reaches storage, exchange and Electron through its ports',
    ]);
  });

  test('the domain is refused when it imports a package', () => {
    expect(messagesOf({ 'renderer/domain/a.ts': "import { z } from 'zod';" })).toEqual([
      expect.stringContaining('must not import the package "zod"'),
    ]);
  });

  test('storage may import the ports and nothing else of app', () => {
    const app = { 'renderer/app/ports.ts': empty, 'renderer/app/box.ts': empty };
    expect(messagesOf({ ...app, 'renderer/storage/a.ts': "import type { Port } from '../app/ports';" })).toEqual([]);
    expect(messagesOf({ ...app, 'renderer/storage/a.ts': "import type { Box } from '../app/box';" })).toHaveLength(1);
  });

  test('the contract crosses over when it is imported as types only', () => {
    const contract = { 'electron/ipc/contract.ts': empty };
    const importing = (statement: string) => messagesOf({ ...contract, 'renderer/storage/shell.ts': statement });
    expect(importing("import type { Bridge } from '../../electron/ipc/contract';")).toEqual([]);
    expect(importing("import { type Bridge } from '../../electron/ipc/contract';")).toEqual([
      expect.stringContaining('write "import type"'),
    ]);
  });

  test('the main process is refused when it imports renderer code', () => {
    const faults = messagesOf({
      'electron/a.ts': "import type { Entry } from '../renderer/domain/entry';",
      'renderer/domain/entry.ts': empty,
    });
    expect(faults).toEqual([expect.stringContaining('electron/ must not import renderer/domain/entry.ts')]);
  });

  test('main.tsx may wire all of renderer', () => {
    expect(
      messagesOf({
        'renderer/main.tsx': "import { open } from './storage/database';\nimport { App } from './ui/app';",
        'renderer/storage/database.ts': empty,
        'renderer/ui/app.tsx': empty,
      }),
    ).toEqual([]);
  });

  test('a circle is reported once when files import each other', () => {
    const faults = messagesOf({
      'renderer/app/a.ts': "import { b } from './b';",
      'renderer/app/b.ts': "import { c } from './c';",
      'renderer/app/c.ts': "import { a } from './a';",
      'renderer/app/d.ts': "import { a } from './a';",
    });
    expect(faults).toEqual([expect.stringContaining('renderer/app/a.ts, renderer/app/b.ts, renderer/app/c.ts')]);
  });

  test('raw IPC is refused when it is used outside its two places', () => {
    const raw = "import { ipcMain } from 'electron';";
    expect(messagesOf({ 'electron/ipc/handle.ts': raw })).toEqual([]);
    expect(messagesOf({ 'electron/printing/print.ts': raw })).toEqual([expect.stringContaining('electron/ipc/')]);
    expect(messagesOf({ 'electron/window/open.ts': "import { ipcRenderer } from 'electron';" })).toHaveLength(1);
  });
});

describe('ledger', () => {
  const storage = (code: string) => messagesOf({ 'renderer/storage/a.ts': code });

  test.each([
    'await db.entries.put(row);',
    'await db.entries.where("book").equals(id).modify({ seq: 2 });',
    'await db.table("entries").clear();',
    'const table = db.entries; await table.bulkPut(rows);',
    'const { entries } = db; await entries.delete(key);',
    'const old = db.entries.where("device").below(3); await old.delete();',
  ])('a change is refused when it is %s', (code) => {
    expect(storage(code)).toEqual([expect.stringContaining('append-only')]);
  });

  test.each([
    'await db.entries.add(row);',
    'await db.drafts.put(row);',
    'const seen = new Map(); seen.delete(1);',
    'for (const [key] of map.entries()) map.delete(key);',
    'new Map(Object.entries(rows)).delete("a");',
  ])('nothing is said when it is %s', (code) => {
    expect(storage(code)).toEqual([]);
  });
});

describe('purity', () => {
  test.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'crypto.randomUUID()', 'Temporal.Now.instant()'])(
    'the domain is refused when it calls %s',
    (code) => {
      expect(messagesOf({ 'renderer/domain/a.ts': `export const a = ${code};` })).toHaveLength(1);
      expect(messagesOf({ 'renderer/app/a.ts': `export const a = ${code};` })).toEqual([]);
    },
  );

  test('a date that is given is allowed when the domain computes with it', () => {
    expect(
      messagesOf({ 'renderer/domain/a.ts': 'export const a = (at: number) => new Date(at).toISOString();' }),
    ).toEqual([]);
  });
});

describe('text and shape', () => {
  test('a registry or a folder of one machine is refused when any file names it', () => {
    expect(messagesOf({ 'notes.md': `see ${'https://'}registry.example/x` })).toHaveLength(1);
    expect(messagesOf({ 'notes.md': `cd ${'/wo'}rk/main` })).toHaveLength(1);
    expect(messagesOf({ 'notes.md': `https://example.org/work/ and ../shared/root/x` })).toEqual([]);
  });

  test('a file is refused when it is longer than 300 lines', () => {
    expect(messagesOf({ 'renderer/app/a.ts': 'export {};\n'.repeat(300) })).toEqual([]);
    expect(messagesOf({ 'renderer/app/a.ts': 'export {};\n'.repeat(301) })).toEqual([
      expect.stringContaining('split it'),
    ]);
  });

  test('a README is refused when it is longer than 40 lines', () => {
    expect(messagesOf({ 'renderer/app/README.md': 'x\n'.repeat(41) })).toHaveLength(1);
    expect(messagesOf({ 'README.md': 'x\n'.repeat(41) })).toEqual([]);
  });

  test('a name is refused when it says nothing or is not kebab-case', () => {
    expect(messagesOf({ 'renderer/app/utils/a.ts': empty })).toHaveLength(1);
    expect(messagesOf({ 'renderer/app/helpers.ts': empty })).toHaveLength(1);
    expect(messagesOf({ 'renderer/app/OpenBox.ts': empty })).toHaveLength(1);
    expect(messagesOf({ 'renderer/app/open-box.ts': empty })).toEqual([]);
  });
});
