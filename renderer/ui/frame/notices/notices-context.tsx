import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Tone } from '../../components/status-word/status-word';

/** A sentence for the user. It stays until closed: no vanishing message carries the only copy of a fact. */
export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
}

interface Notices {
  readonly list: readonly Notice[];
  readonly tell: (tone: Tone, text: string) => void;
  readonly close: (id: number) => void;
}

const Context = createContext<Notices | null>(null);

/** Keeps the notices of this window. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<readonly Notice[]>([]);
  const tell = useCallback((tone: Tone, text: string) => {
    // The same sentence twice is one notice, moved to the end.
    setList((before) => [...before.filter((one) => one.text !== text), { id: Date.now() + Math.random(), tone, text }]);
  }, []);
  const close = useCallback((id: number) => setList((before) => before.filter((one) => one.id !== id)), []);
  const value = useMemo(() => ({ list, tell, close }), [list, tell, close]);
  return <Context value={value}>{children}</Context>;
}

/** The notices and how to add one. */
export function useNotices(): Notices {
  const value = useContext(Context);
  if (!value) throw new Error('a screen outside of NoticesProvider');
  return value;
}
