import { BrowserWindow, type Rectangle } from 'electron';
import { wardOrigin } from '../content-security';
import { keepZoomKeys } from './zoom';

/** What a ward window needs to know. */
export interface WardWindowOptions {
  readonly preload: string;
  readonly devTools: boolean;
  readonly contentProtection: boolean;
  /** Batch runs use the same page without showing it. */
  readonly hidden: boolean;
}

/** Where a window stands, so that its successor after locking stands there too. */
export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
  readonly fullScreen: boolean;
}

const title = 'Downtime Box';
/** The screen many wards have; below the smallest size the board's columns no longer fit. */
const startSize = { width: 1366, height: 768 };
const smallestSize = { minWidth: 1024, minHeight: 640 };

/** Opens the app's page in a window of its own. */
export function openWardWindow(options: WardWindowOptions, place?: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    ...startSize,
    ...smallestSize,
    ...place?.bounds,
    title,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.devTools,
      // A minimised window must still save drafts and run the clock strip; a hidden one must still work.
      backgroundThrottling: false,
    },
  });
  // A title made by a page could carry a patient's name into the task bar.
  window.on('page-title-updated', (event) => event.preventDefault());
  if (options.contentProtection) window.setContentProtection(true);
  keepZoomKeys(window.webContents);
  if (!options.hidden) window.once('ready-to-show', () => present(window, place));
  // A page that cannot load is reported by did-fail-load and render-process-gone, where somebody listens.
  window.loadURL(`${wardOrigin}/index.html`).catch(() => undefined);
  return window;
}

/** Where `window` stands now. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() };
}

function present(window: BrowserWindow, place: WindowPlace | undefined): void {
  if (place?.maximized) window.maximize();
  if (place?.fullScreen) window.setFullScreen(true);
  window.show();
}
