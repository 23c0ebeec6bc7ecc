import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import committed from '../../../../renderer/exchange/print/type/font-widths.json';
import { fontAdvances, plexFile } from '../../../support/paper/font-advances';

const FACES = { regular: 'Regular', italic: 'Italic', semibold: 'SemiBold', bold: 'Bold' } as const;

/** Runs of neighbouring characters: first character in hex -> widths in font units. */
function runs(advances: ReadonlyMap<number, number>): Record<string, string> {
  const found: Record<string, string> = {};
  let key = '';
  let last = -2;
  for (const [character, width] of [...advances].sort(([a], [b]) => a - b)) {
    if (character === last + 1) found[key] += ` ${width}`;
    else found[(key = character.toString(16))] = String(width);
    last = character;
  }
  return found;
}

describe('font widths', () => {
  test('are those of the shipped fonts when read from the font files', () => {
    const measured = Object.fromEntries(
      Object.entries(FACES).map(([face, file]) => [face, runs(fontAdvances(plexFile(file)))]),
    );
    // A new font version: DOWNTIME_BOX_WRITE_WIDTHS=1 npx vitest run --project unit font-widths
    if (process.env['DOWNTIME_BOX_WRITE_WIDTHS'] === '1') {
      writeFileSync(
        resolve(import.meta.dirname, '../../../../renderer/exchange/print/type/font-widths.json'),
        `${JSON.stringify(measured, null, 2)}\n`,
      );
    }
    expect(committed).toEqual(measured);
  });
});
