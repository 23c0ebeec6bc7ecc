import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { CLINICAL_SCENES } from '../../support/clinical-scenes';
import { RECOVERY_SCENES } from '../../support/recovery-scenes';
import { SCENES } from '../../support/scenes';
import { findings } from './findings';
import { openApp } from './open-app';

/** The part of Chromium's devtools protocol in use; its types come with a package we do not install. */
interface Devtools {
  send(method: string, parameters: object): Promise<unknown>;
}

async function forcedColors(value: 'active' | 'none'): Promise<void> {
  await (cdp() as unknown as Devtools).send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value }],
  });
}

afterEach(() => forcedColors('none'));

describe.each([...SCENES, ...CLINICAL_SCENES, ...RECOVERY_SCENES].map((scene) => [scene.name, scene] as const))(
  '%s',
  (_name, scene) => {
    test('has nothing for axe to find when shown in light, dark and forced colours', async () => {
      const { box } = await openApp(await scene.prepare(), scene.hash);
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await findings()).toEqual([]);

      await box.saveSettings({ theme: 'dark' });
      await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark');
      expect(await findings()).toEqual([]);

      await forcedColors('active');
      expect(matchMedia('(forced-colors: active)').matches).toBe(true);
      // The system chooses the colours then, and axe reads Chromium's unforced text fill instead of them.
      expect(await findings(['color-contrast'])).toEqual([]);
    });
  },
);
