import { useState } from 'react';

/** Two ticks within this time are one nervous hand, not two steps done. */
const SAME_PRESS_MS = 500;

/** When the card was ticked last. */
export interface TickPace {
  readonly tooSoon: () => boolean;
  readonly ticked: () => void;
}

/** Keeps the pace of one card. */
export function useTickPace(): TickPace {
  const [pace] = useState(() => {
    let last = Number.NEGATIVE_INFINITY;
    return {
      tooSoon: () => performance.now() - last < SAME_PRESS_MS,
      ticked: () => {
        last = performance.now();
      },
    };
  });
  return pace;
}
