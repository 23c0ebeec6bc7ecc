import { useState } from 'react';

/**
 * A text as somebody types it over a value that may also change from outside (calculated, undone). Our own echo leaves
 * the text alone, or "41." would lose its point on the way.
 */
export function useTyped<V>(
  value: V,
  textOf: (value: V) => string,
  begun?: string,
): readonly [string, (text: string, value: V) => void] {
  const [typed, setTyped] = useState(() => ({ value, text: begun ?? textOf(value) }));
  const text = Object.is(typed.value, value) ? typed.text : textOf(value);
  return [text, (next, nextValue) => setTyped({ value: nextValue, text: next })];
}
