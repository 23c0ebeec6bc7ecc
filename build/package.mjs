// `npm run package`: the unpacked app for this system in out/preview/. Options:
//   --release   for wards, in out/release/: refuses the development runtime
//   --test      lets a test driver in, in out/test/
//   --zip --deb --rpm --installer (NSIS and MSI, dmg, or AppImage)   further targets, where their tools are there
import { parseArgs } from 'node:util';
import { BuildError, buildApp } from './build-app.mjs';
import { debPackage, rpmPackage } from './linux-packages.mjs';
import { packageApp } from './package-app.mjs';
import { projectRoot } from './setup.mjs';

const flag = { type: /** @type {const} */ ('boolean'), default: false };
const { values } = parseArgs({
  options: { release: flag, test: flag, zip: flag, deb: flag, rpm: flag, installer: flag },
});
const installers = { linux: ['AppImage'], win32: ['nsis', 'msi'], darwin: ['dmg'] };
const root = projectRoot;
const log = (/** @type {string} */ message) => process.stderr.write(`package: ${message}\n`);
const flavour = values.release ? 'release' : values.test ? 'test' : 'preview';

try {
  await buildApp({ root, flavour: flavour === 'test' ? 'e2e' : 'app', log });
  const installer = installers[/** @type {keyof typeof installers} */ (process.platform)] ?? [];
  const targets = ['dir', ...(values.zip ? ['zip'] : []), ...(values.installer ? installer : [])];
  const { folder, fallback } = await packageApp({ root, flavour, targets, log });
  if (values.deb) await debPackage({ root, folder, small: values.release, log });
  if (values.rpm) await rpmPackage({ root, folder, small: values.release, log });
  if (fallback) log('this package carries the old development runtime: for trying out, never for a ward');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  log(error.message);
  process.exitCode = 1;
}
