import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// The security page and the hazard log say of each claim which test proves it: those tests are there.

const root = join(import.meta.dirname, '..', '..', '..');
const PAGES = ['electron/SECURITY.md', 'test/hazards.md'];

/** `unit/exchange/print/{form-sheet,codes}` -> two paths. */
function spread(name: string): readonly string[] {
  const [whole, before, inside, after] = /^(.*?)\{([^}]+)\}(.*)$/.exec(name) ?? [];
  if (whole === undefined) return [name];
  return (inside ?? '').split(',').flatMap((one) => spread(`${before}${one}${after}`));
}

function proofsIn(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const names = text.match(/(?<![\w/-])(?:unit|browser|e2e|security)\/[\w/{},*.-]*[\w}*]/g) ?? [];
  return [...new Set(names.flatMap(spread))];
}

/** A test by its name without endings, a folder of tests, or every test of one (`/*`). */
function isThere(name: string): boolean {
  const path = join(root, 'test', name.replace(/\/\*$/, ''));
  if (existsSync(path)) return readdirSync(path).length > 0;
  return ['.test.ts', '.test.tsx'].some((ending) => existsSync(`${path}${ending}`));
}

describe.each(PAGES)('%s', (page) => {
  test('names proofs, and all of them are there', () => {
    const named = proofsIn(page);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});

test('every hazard has a number of its own, a control, and a proof or the word open', () => {
  const rows = readFileSync(join(root, 'test/hazards.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| H\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows.length).toBeGreaterThanOrEqual(30);
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
  expect(rows.filter((cells) => cells.length !== 9 || cells.includes(''))).toEqual([]);
  const unproven = rows.filter(
    ([, , , , , , , proof = '']) => !/(?:unit|browser|e2e|security)\/|test\/faults|open/.test(proof),
  );
  expect(unproven).toEqual([]);
});
