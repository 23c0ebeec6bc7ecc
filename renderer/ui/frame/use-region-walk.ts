import { useEffect } from 'react';

/** F6 walks strip, rail and main; Shift+F6 walks back (the habit of every desktop system). */
export function useRegionWalk(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || document.querySelector('[role="dialog"]')) return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
      if (regions.length === 0) return;
      event.preventDefault();
      const at = regions.findIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = at < 0 ? 0 : (at + step + regions.length) % regions.length;
      regions[next]?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
