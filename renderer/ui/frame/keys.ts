import { useEffect, useEffectEvent } from 'react';

/** A key that works on every screen. Function keys only: single letters would fire while somebody types. */
export type GlobalKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F8';

/** Runs the action of each key while mounted; a dialog on top keeps the keys to itself. */
export function useGlobalKeys(actions: Partial<Record<GlobalKey, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const action = actions[event.key as GlobalKey];
    if (!action || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Elements with a use of their own for a key; radio buttons use neither Enter nor a second Space. */
const OWN_USE = 'input:not([type="radio"]), textarea, select, button, a, summary, [role="dialog"]';

/**
 * Runs the page's one action on Enter or Space from wherever the focus rests, unless the focused element uses the key
 * itself. A held key does nothing: it would carry the press of the page before into this one.
 */
export function usePageKey(key: 'Enter' | ' ', action: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.key !== key || event.repeat || target?.closest(OWN_USE) || document.querySelector('[role="dialog"]'))
      return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
