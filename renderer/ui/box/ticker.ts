import type { Clock } from '../../app/ports';
import type { Instant } from '../../domain/basics/time';

/** One heartbeat for all clocks on screen. */
export interface Ticker {
  subscribe(listener: () => void): () => void;
  /** Now, cut to the second: the same text until the second changes. */
  second(): Instant;
  minute(): Instant;
}

const BEAT_MS = 250;

/** Makes the heartbeat; it beats only while somebody looks. A quarter second, so that the shown second is never a second old. */
export function createTicker(clock: Clock): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => listeners.forEach((tell) => tell()), BEAT_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    second: () => cut(clock.now(), 19, '.000'),
    minute: () => cut(clock.now(), 16, ':00.000'),
  };
}

function cut(now: Instant, at: number, rest: string): Instant {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  return `${now.slice(0, at)}${rest}${offset}`;
}
