import type { Box } from './box';

/** Nobody signed in: there is nothing to hide, and a fresh page would only cost the ward its place. */
export function lockIfSignedIn(box: Pick<Box, 'state' | 'lock'>): void {
  if (box.state.get().signedIn !== null) void box.lock();
}
