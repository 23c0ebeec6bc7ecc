import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Box, BoxState } from '../../app/box';
import type { Instant } from '../../domain/basics/time';
import { createTicker, type Ticker } from './ticker';

const Context = createContext<{ readonly box: Box; readonly ticker: Ticker } | null>(null);

/** Hands the running box to every screen. */
export function BoxProvider({ box, children }: { readonly box: Box; readonly children: ReactNode }) {
  const value = useMemo(() => ({ box, ticker: createTicker(box.clock) }), [box]);
  return <Context value={value}>{children}</Context>;
}

function useContextValue(): { readonly box: Box; readonly ticker: Ticker } {
  const value = useContext(Context);
  if (!value) throw new Error('a screen outside of BoxProvider');
  return value;
}

/** The use-cases. */
export function useBox(): Box {
  return useContextValue().box;
}

/** One part of the state; the screen redraws only when that part changes. Select members, do not build objects. */
export function useBoxState<T>(select: (state: BoxState) => T): T {
  const { state } = useContextValue().box;
  return useSyncExternalStore(state.subscribe, () => select(state.get()));
}

/** The ward clock, redrawn each second or each minute. Elapsed times are worked out from it, never counted. */
export function useNow(every: 'second' | 'minute' = 'minute'): Instant {
  const { ticker } = useContextValue();
  return useSyncExternalStore(ticker.subscribe, every === 'second' ? ticker.second : ticker.minute);
}
