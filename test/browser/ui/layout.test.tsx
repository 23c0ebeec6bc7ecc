import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CLINICAL_SCENES } from '../../support/clinical-scenes';
import { RECOVERY_SCENES } from '../../support/recovery-scenes';
import { SCENES } from '../../support/scenes';
import { openApp } from './open-app';

/** The ward PC's screen, and what is left of it at 150 % scaling and at 200 % zoom. */
const SIZES = [
  [1366, 768],
  [911, 512],
  [683, 384],
] as const;

/** Names of the parts that are wider than their place. */
function sideways(): readonly string[] {
  const places = [document.documentElement, ...document.querySelectorAll('main, header, nav, [data-region]')];
  return places.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.tagName);
}

const scenes = [...SCENES, ...CLINICAL_SCENES, ...RECOVERY_SCENES];

describe.each(scenes.map((scene) => [scene.name, scene] as const))('%s', (_name, scene) => {
  test('never scrolls sideways when the window is small or zoomed', async () => {
    await openApp(await scene.prepare(), scene.hash);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const [width, height] of SIZES) {
      await page.viewport(width, height);
      expect([width, sideways()]).toEqual([width, []]);
    }
  });
});
