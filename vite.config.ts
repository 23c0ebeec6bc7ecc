import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { type Plugin, runnerImport } from 'vite';
import { defineConfig, type ViteUserConfig as UserConfig } from 'vitest/config';

// One config, three builds: `vite build` makes the renderer, `--mode electron-main` and `--mode electron-preload`
// the two files Electron loads. DOWNTIME_BOX_OUT moves the output, so that the end-to-end flavour
// (DOWNTIME_BOX_E2E=1: the switch guard lets a test driver in) never lies where a release is packed from.
const root = import.meta.dirname;
const out = resolve(root, process.env['DOWNTIME_BOX_OUT'] ?? 'dist');
const define = { __E2E__: JSON.stringify(process.env['DOWNTIME_BOX_E2E'] === '1') };

// Chromium 130 is the oldest engine the product runs on (see build/README.md, the development runtime).
const rendererTarget = 'chrome130';

// What the user interface imports; see the browser tests.
const UI_PACKAGES = [
  '@cantoo/pdf-lib',
  '@mantine/core',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  '@zip.js/zip.js',
  'axe-core',
  'dexie',
  'fast-check',
  'fhirpath',
  'fhirpath/fhir-context/r4',
  'hash-wasm',
  'i18next',
  'papaparse',
  'react',
  'react-dom/client',
  'react-i18next',
  'react-markdown',
  'rehype-sanitize',
  'remark-gfm',
  'write-excel-file/universal',
  'zod',
  'zxing-wasm/reader',
];

/** Puts the definitions of the shipped forms in the place of the code that reads them from their files. */
function formsReadAtBuild(): Plugin {
  return {
    name: 'forms-read-at-build',
    apply: 'build',
    async load(id) {
      const file = resolve(root, 'renderer/content/parsed-forms.ts');
      if (id !== file) return null;
      const { module } = await runnerImport<{ readonly PARSED_FORMS: unknown }>(file, { root, logLevel: 'warn' });
      return `export const PARSED_FORMS = JSON.parse(${JSON.stringify(JSON.stringify(module.PARSED_FORMS))});`;
    },
  };
}

function electronBuild(entry: string, file: string): UserConfig {
  return {
    define,
    // `ssr` keeps Node's built-ins external; every dependency is bundled, so the package needs no node_modules.
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: resolve(root, entry),
      outDir: resolve(out, 'electron'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'electron-main') return electronBuild('electron/main.ts', 'main.cjs');
  if (mode === 'electron-preload') return electronBuild('electron/preload.ts', 'preload.cjs');
  return {
    root: resolve(root, 'renderer'),
    base: './',
    define,
    plugins: [react(), formsReadAtBuild()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      target: rendererTarget,
      cssTarget: rendererTarget,
      assetsInlineLimit: 0,
      // The files lie on this disk: asking for them ahead costs more than it saves.
      modulePreload: false,
      chunkSizeWarningLimit: 4096,
    },
    test: {
      projects: [
        {
          define,
          root,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
            env: { TZ: 'Europe/Berlin' },
            testTimeout: 20_000,
          },
        },
        {
          define,
          root,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.test.ts'],
            env: { TZ: 'Europe/Berlin' },
            testTimeout: 180_000,
            hookTimeout: 180_000,
            // One Electron at a time: they share the display and two cores.
            fileParallelism: false,
          },
        },
        {
          define,
          root,
          test: {
            name: 'security',
            environment: 'node',
            // What `npm run test:security` adds, and what it plays again of the rest.
            include: [
              'test/security/**/*.test.ts',
              'test/e2e/{shell,bridge,packaged,leak}.test.ts',
              'test/unit/electron/{ipc,keys}/*.test.ts',
              'test/unit/electron/{log,policy,switch-guard,profile,static-files}.test.ts',
            ],
            env: { TZ: 'Europe/Berlin' },
            testTimeout: 180_000,
            hookTimeout: 180_000,
            fileParallelism: false,
          },
        },
        {
          define,
          root,
          // Named, so that Vite does not find them while a test runs and reload it.
          optimizeDeps: { include: [...UI_PACKAGES] },
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts', 'test/browser/**/*.test.tsx'],
            testTimeout: 45_000,
            expect: { poll: { timeout: 15_000 } },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                actionTimeout: 15_000,
                launchOptions: {
                  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
                  args: [
                    '--no-sandbox',
                    '--disable-background-networking',
                    '--disable-component-update',
                    '--disable-sync',
                  ],
                },
              }),
              // As Playwright and Testing Library match: part of a name will do; the tests say `exact` where it must be whole.
              locators: { exact: false },
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
});
