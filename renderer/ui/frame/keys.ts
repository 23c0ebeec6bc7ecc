import { useEffect, useRef } from 'react';

/** A key that works on every screen. Function keys only: single letters would fire while somebody types. */
export type GlobalKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F8';

/** Runs the action of each key while mounted; a dialog on top keeps the keys to itself. */
export function useGlobalKeys(actions: Partial<Record<GlobalKey, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const action = latest.current[event.key as GlobalKey];
      if (!action || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
