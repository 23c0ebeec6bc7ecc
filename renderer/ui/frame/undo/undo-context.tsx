import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

/** How long the bar stays; afterwards the fact can still be taken back where it stands. */
export const UNDO_MS = 10_000;

/** What is done at once before a screen changes still belongs to the new screen. */
const SAME_ACT_MS = 600;

/** Something that was just done and how to take it back. */
export interface UndoOffer {
  readonly id: number;
  readonly text: string;
  readonly undo: () => void;
}

interface Undo {
  readonly offer: UndoOffer | null;
  readonly offerUndo: (text: string, undo: () => void) => void;
  readonly close: () => void;
}

const Context = createContext<Undo | null>(null);

/** Keeps the last thing done for ten seconds: undo instead of "are you sure". */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [offer, setOffer] = useState<UndoOffer | null>(null);
  const close = useCallback(() => setOffer(null), []);
  const offerUndo = useCallback(
    (text: string, undo: () => void) => setOffer({ id: Date.now() + Math.random(), text, undo }),
    [],
  );
  useEffect(() => {
    if (!offer) return undefined;
    const timer = setTimeout(close, UNDO_MS);
    const offeredAt = performance.now();
    // On another screen the bar would lie over what is pressed there.
    const leave = (): void => {
      if (performance.now() - offeredAt > SAME_ACT_MS) close();
    };
    addEventListener('hashchange', leave);
    return () => {
      clearTimeout(timer);
      removeEventListener('hashchange', leave);
    };
  }, [offer, close]);
  const value = useMemo(() => ({ offer, offerUndo, close }), [offer, offerUndo, close]);
  return <Context value={value}>{children}</Context>;
}

/** Offers to take something back. */
export function useUndo(): Undo {
  const value = useContext(Context);
  if (!value) throw new Error('a screen outside of UndoProvider');
  return value;
}
