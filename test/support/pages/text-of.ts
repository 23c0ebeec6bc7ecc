import type { Locator } from 'playwright-core';

/** What a person reads there, on one line. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.innerText()).replaceAll(/\s+/g, ' ').trim();
}
