import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play } from '../demo/play';
import { packagedApp } from '../support/packaged-app';

// What `npm start` shows where there is no display, and what a visitor looks at first.

test('the demo plays to its end and leaves pictures, paper and exports', async () => {
  const outputFolder = mkdtempSync(join(tmpdir(), 'downtime-box-demo-'));
  try {
    const { env, ...electron } = packagedApp();
    await play({ root: outputFolder, outputFolder, electron, env, say: () => undefined });
    const made = readdirSync(outputFolder);
    expect(made.filter((name) => name.endsWith('.png')).length).toBeGreaterThanOrEqual(20);
    expect(made.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(1);
    for (const folder of made.filter((name) => name.startsWith('export-')))
      expect(readdirSync(join(outputFolder, folder))).toContain('manifest.json');
    expect(made.filter((name) => name.startsWith('export-'))).toHaveLength(4);
    for (const name of made) expect(statSync(join(outputFolder, name)).size).toBeGreaterThan(0);
  } finally {
    rmSync(outputFolder, { recursive: true, force: true });
  }
});
