import { app } from 'electron';

/** A packaged build without test hooks: nothing but policy loosens it. */
export const isRelease = (): boolean => app.isPackaged && !__E2E__;

/** Vite's development server, when one is named; never in a packaged app, and only on this PC. */
export function developmentServer(env: NodeJS.ProcessEnv = process.env): URL | undefined {
  const given = env['DOWNTIME_BOX_DEV_URL'];
  if (app.isPackaged || !given || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  return url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname) ? url : undefined;
}
