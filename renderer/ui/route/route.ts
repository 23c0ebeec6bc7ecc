import { useSyncExternalStore } from 'react';
import { SCREEN_NAMES, type ScreenName } from './screen-names';

/** Where the user is: the screen and what of it, e.g. `#/runbooks/blood-bank/3`. Ids only: a hash lands in logs. */
export interface Route {
  readonly screen: ScreenName;
  readonly rest: readonly string[];
}

/** Reads a hash; anything unknown is the start page, so that no address is a dead end. */
export function parseRoute(hash: string): Route {
  const [first = '', ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(decodeSafely);
  const screen = SCREEN_NAMES.find((name) => name === first);
  return screen ? { screen, rest } : { screen: 'start', rest: [] };
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The hash of a place. */
export function hrefTo(screen: ScreenName, ...rest: readonly string[]): string {
  return `#/${[screen, ...rest].map(encodeURIComponent).join('/')}`;
}

/** Goes to a place; `replace` leaves no step behind for Back. */
export function goTo(screen: ScreenName, rest: readonly string[] = [], how: 'push' | 'replace' = 'push'): void {
  const href = hrefTo(screen, ...rest);
  if (how === 'push') location.hash = href;
  else location.replace(href);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The current place. Own router: one hash, fifteen names, no data loading; a router package would add 76 KiB to every start. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return parseRoute(hash);
}
