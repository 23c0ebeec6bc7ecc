import { describe, expect, test } from 'vitest';
import { packagesNamedIn, thirdPartyLicences } from '../../../build/third-party-licences.mjs';

describe('third-party licences', () => {
  test('packages are named when code imports them, and not when only their types are used', () => {
    const code = [
      "import { Dexie } from 'dexie/dist/dexie.mjs';",
      "import { MantineProvider } from '@mantine/core';",
      "import type { Bundle } from 'fhir/r4';",
      "import { readFile } from 'node:fs/promises';",
      "import { app } from 'electron';",
      "import { a } from './a';",
    ].join('\n');
    expect(packagesNamedIn('renderer/a.ts', code)).toEqual(['dexie', '@mantine/core']);
  });

  test('packages are named when a style sheet takes files of them', () => {
    const css = [
      "@import '@mantine/core/styles.layer.css';",
      "@font-face { src: url('@ibm/plex-sans/fonts/a.woff2') format('woff2'); }",
      "a { background: url('./paper.svg'), url(data:image/png;base64,AA/BB); }",
    ].join('\n');
    expect(packagesNamedIn('renderer/a.css', css)).toEqual(['@mantine/core', '@ibm/plex-sans']);
  });

  test('the whole text is carried when a package brings one', () => {
    const text = thirdPartyLicences(process.cwd());
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toMatch(/^dexie 4\.4\.7 \(Apache-2\.0\)$/m);
  });
});
