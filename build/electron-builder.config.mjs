/**
 * What electron-builder is told. `release` and `test` differ in one fuse (Playwright needs the inspector) and in what
 * was built: see build-app.mjs.
 * @typedef {object} PackagingInput
 * @property {string} root
 * @property {string} app the staged folder with exactly what ships
 * @property {string} output
 * @property {string} runtime a folder with an unpacked Electron; nothing is downloaded
 * @property {string} electronVersion
 * @property {string} licences a file with the licence texts of what is bundled
 * @property {boolean} allowInspector
 */

/**
 * @param {PackagingInput} input
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ root, app, output, runtime, electronVersion, licences, allowInspector }) {
  return {
    appId: 'org.downtimebox.ward',
    productName: 'Downtime Box',
    copyright: 'Copyright © 2026 the Downtime Box authors. Apache-2.0',
    directories: { app, output, buildResources: `${root}/build/icons` },
    files: ['package.json', 'dist/**/*', '!**/*.map', '!**/.built-from'],
    asar: true,
    // The licence texts must travel with the binary.
    extraFiles: [
      { from: `${root}/LICENSE`, to: 'LICENSE' },
      { from: `${root}/NOTICE`, to: 'NOTICE' },
      { from: licences, to: 'THIRD-PARTY-LICENCES.txt' },
    ],
    electronVersion,
    electronDist: runtime,
    // Everything is bundled into dist. False says that node_modules is none of electron-builder's business; without it,
    // it packs whatever the project has installed as optional dependencies.
    beforeBuild: async () => false,
    publish: null,
    // Measured on the packed app with the attacks each one stops.
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: allowInspector,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    linux: {
      target: ['dir', 'zip', 'AppImage'],
      executableName: 'downtime-box',
      category: 'MedicalSoftware',
      icon: `${root}/build/icons`,
      synopsis: 'What a ward needs when the EHR is down',
      maintainer: 'Downtime Box',
    },
    // Per machine: in hospitals software distribution installs for everybody, and the ward's data belongs to the PC.
    win: { target: ['nsis', 'msi'], icon: `${root}/build/icons/512x512.png` },
    nsis: { oneClick: false, perMachine: true, allowElevation: true, allowToChangeInstallationDirectory: true },
    // Never change the upgrade code: it is how Windows knows that a package replaces the one before.
    msi: { oneClick: false, perMachine: true, upgradeCode: '5B0A0D59-5B7C-4C54-9C0E-4C1B1E0E7D0B' },
    mac: { target: ['dmg'], category: 'public.app-category.medical', icon: `${root}/build/icons/512x512.png` },
  };
}
