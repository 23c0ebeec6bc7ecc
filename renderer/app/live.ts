/** A value that changes over time and tells its listeners; the shape React's useSyncExternalStore wants. */
export interface Live<T> {
  get(): T;
  /** Returns its own unsubscribe. */
  subscribe(listener: () => void): () => void;
}

/** A Live value with its setter, kept by the owner. */
export interface MutableLive<T> extends Live<T> {
  set(next: T): void;
}

/** Makes a live value. Listeners are told after the value has changed, never when it is the same object. */
export function createLive<T>(initial: T): MutableLive<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
