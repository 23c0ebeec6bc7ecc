import { app, type Session, session, type WebContents } from 'electron';
import { wardHost } from './content-security';
import type { Log } from './log';

/** The page may ask to keep its database and to put text on the clipboard; everything else is refused. */
const wardMay = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Refusals that hold for every session and every page (Electron's security checklist, points 5, 11 to 15, 17). */
export function startSecurity(log: Log, development: URL | undefined): void {
  lockSession(session.defaultSession, log, development);
  app.on('session-created', (created) => lockSession(created, log, development));
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log));
}

/** Whether a URL is the app's own page. */
export function isWardUrl(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'app:' && parsed.host === wardHost;
}

const locked = new WeakSet<Session>();

function lockSession(target: Session, log: Log, development: URL | undefined): void {
  if (locked.has(target)) return;
  locked.add(target);
  const allowed = (permission: string, url: string) => wardMay.has(permission) && isWardUrl(url);
  target.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const grant = allowed(permission, details.requestingUrl) && details.isMainFrame;
    if (!grant) log('warn', 'permission.refused', { name: permission });
    decide(grant);
  });
  target.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, `${origin}/`));
  target.setDevicePermissionHandler(() => false);
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => {
    log('warn', 'download.refused');
    event.preventDefault();
  });
  for (const chooser of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // The three events differ in their types only.
    target.on(chooser as 'select-hid-device', (event, _details, choose) => {
      event.preventDefault();
      choose('');
    });
  }
  const developmentHosts = development ? [`http://${development.host}/*`, `ws://${development.host}/*`] : [];
  target.webRequest.onBeforeRequest((details, decide) => {
    const { protocol } = new URL(details.url);
    // devtools: exists in development only; the window has no developer tools in a release.
    const local = ['app:', 'data:', 'blob:', 'devtools:', 'about:'].includes(protocol);
    const cancel = !local && !developmentHosts.some((pattern) => details.url.startsWith(pattern.slice(0, -1)));
    if (cancel) log('warn', 'network.refused', { name: protocol.replace(':', '') });
    decide({ cancel });
  });
}

function lockContents(contents: WebContents, log: Log): void {
  const refuse = (event: { readonly url: string; preventDefault(): void }) => {
    if (isWardUrl(event.url)) return;
    log('warn', 'navigation.refused');
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => {
    log('warn', 'window-open.refused');
    return { action: 'deny' };
  });
}
