import type { Page } from 'playwright-core';
import type { Box } from '../../renderer/app/box';

declare global {
  interface Window {
    /** Only in E2E builds, see renderer/main.tsx. */
    readonly __downtimeBoxTest?: { readonly box: Box };
  }
}

/** Waits until the box has compared its copies and runs. Throws with its failure when it does not. */
export async function boxRunning(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (!window.__downtimeBoxTest) await new Promise((resolve) => setTimeout(resolve, 5));
    const { state } = window.__downtimeBoxTest.box;
    while (state.get().stage === 'opening') await new Promise((resolve) => setTimeout(resolve, 5));
    const { failure } = state.get();
    if (failure) throw new Error(`the box did not open: ${failure.code}`);
  });
}

/** Signs in with the manager's passphrase, as the sign-in screen does. */
export async function signIn(page: Page, passphrase: string): Promise<void> {
  const refusal = await page.evaluate(async (secret) => {
    const signedIn = await window.__downtimeBoxTest?.box.signIn({ secret, kind: 'passphrase' });
    return signedIn?.ok === true ? undefined : (signedIn?.error.code ?? 'no box');
  }, passphrase);
  if (refusal !== undefined) throw new Error(`not signed in: ${refusal}`);
}

/** Ids of all entries in the database, read past the app's own code. */
export function idsInDatabase(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('downtime-box');
        open.addEventListener('error', () => reject(new Error('the database does not open')));
        open.addEventListener('success', () => {
          const all = open.result.transaction('entries').objectStore('entries').getAll();
          all.addEventListener('error', () => reject(new Error('the entries cannot be read')));
          all.addEventListener('success', () => {
            open.result.close();
            resolve((all.result as { id: string }[]).map(({ id }) => id));
          });
        });
      }),
  );
}
