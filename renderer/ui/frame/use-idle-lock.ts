import { useEffect, useState } from 'react';
import { useBox, useBoxState } from '../box/box-context';

/** How long the warning stands before the lock: time to touch a key (WCAG 2.2.1). */
export const LOCK_WARNING_MS = 30_000;
const LOOK_MS = 1000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Locks when somebody is signed in and nobody touches this page for as long as the workstation's setting says; the shell
 * locks besides, with the system. Answers whether the lock is near. Measured on the monotonic clock: a clock change
 * neither locks nor keeps open.
 */
export function useIdleLock(): boolean {
  const box = useBox();
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const lockAfterMs = useBoxState((state) => state.settings.lockAfterMs);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!signedIn) return undefined;
    let touched = performance.now();
    const touch = (): void => {
      touched = performance.now();
      setNear(false);
    };
    const look = (): void => {
      const idle = performance.now() - touched;
      if (idle < lockAfterMs) return setNear(idle >= lockAfterMs - LOCK_WARNING_MS);
      clearInterval(timer);
      setNear(false);
      void box.lock();
    };
    const timer = setInterval(look, Math.min(LOOK_MS, lockAfterMs / 4));
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch);
    };
  }, [box, signedIn, lockAfterMs]);
  return near;
}
