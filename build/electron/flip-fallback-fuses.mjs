// Runs on the project's own Node: @electron/fuses does not load on older ones.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const binary = process.argv[2];
if (binary === undefined) throw new Error('usage: flip-fallback-fuses.mjs PATH-OF-ELECTRON');
await flipFuses(binary, {
  version: FuseVersion.V1,
  // Its snapshot belongs to another product and is not kept.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright drives the main process through Node's inspector.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
