import { app } from 'electron';

/** How long a window waits for a batch command on the same profile to end. */
const patienceMs = 60_000;
const retryMs = 500;

/** Takes the profile for this process. A batch command is refused at once; `onSecond` tells that someone else wanted it. */
export function takeProfile(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}

/**
 * As `takeProfile`, with patience. Someone who clicks the icon while a scheduled import runs gets the window when it is
 * done; when a window holds the profile, the first try has already brought it to the front and the wait ends in silence.
 */
export async function waitForProfile(onSecond: () => void, heldByBatch: () => boolean): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += retryMs) {
    if (takeProfile(onSecond)) return true;
    if (!heldByBatch()) return false;
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
  return false;
}
