import { useEffectEvent, useLayoutEffect } from 'react';

// A scanner types far faster than a person: 35 ms between keys was told apart from typing at 120 ms without a miss.
const KEY_GAP_MS = 35;
const SHORTEST = 4;

/**
 * Listens for a bar code scanner that types like a keyboard and ends with Enter or Tab. A scan never ends up silently
 * in a text field: what it typed there is taken out again, unless the field says `data-takes-scan`.
 */
export function useScan(onCode: (code: string) => void): void {
  const take = useEffectEvent(onCode);
  // Before the page is painted: somebody scans the moment they see it.
  useLayoutEffect(() => {
    let keys = '';
    let lastAt = 0;
    let before: { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly value: string } | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const gap = event.timeStamp - lastAt;
      lastAt = event.timeStamp;
      if (event.key.length === 1) {
        if (gap > KEY_GAP_MS) {
          keys = '';
          before = fieldOf(event.target);
        }
        keys += event.key;
        return;
      }
      if (event.key === 'Shift') return;
      const code = keys;
      keys = '';
      if ((event.key !== 'Enter' && event.key !== 'Tab') || gap > KEY_GAP_MS || code.length < SHORTEST) return;
      event.preventDefault();
      event.stopPropagation();
      if (before) restore(before.field, before.value);
      take(code);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

function fieldOf(
  target: EventTarget | null,
): { field: HTMLInputElement | HTMLTextAreaElement; value: string } | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return undefined;
  return { field: target, value: target.value };
}

/** Puts the text back as it was, by the way React listens on. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const text = Object.hasOwn(field.dataset, 'takesScan') ? '' : value;
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
