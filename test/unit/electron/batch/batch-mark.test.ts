import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isHeldByBatch, markBatch, unmarkBatch } from '../../../../electron/batch/batch-mark';
import { temporaryFolder } from '../temporary-folder';

test('a profile is held while the command runs and free when it ended', async () => {
  const root = await temporaryFolder();
  expect(isHeldByBatch(root)).toBe(false);
  markBatch(root);
  expect(isHeldByBatch(root)).toBe(true);
  unmarkBatch(root);
  expect(isHeldByBatch(root)).toBe(false);
});

test('a command still runs when its note cannot be written', async () => {
  const nowhere = join(await temporaryFolder(), 'not-there');
  expect(() => markBatch(nowhere)).not.toThrow();
  expect(isHeldByBatch(nowhere)).toBe(false);
});
