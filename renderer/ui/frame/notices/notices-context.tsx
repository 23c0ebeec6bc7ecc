import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Tone } from '../../components/status-word/status-word';

/**
 * A sentence for the user. Warnings and failures stay until closed: no vanishing message carries the only copy of a fact.
 * An `info` only confirms what the screen shows anyway: one at a time, gone after ten seconds, so that it never pushes
 * the next step off a 768 px screen.
 */
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

const INFO_MS = 10_000;

const Context = createContext<Notices | null>(null);

/** Keeps the notices of this window. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<readonly Notice[]>([]);
  const tell = useCallback((tone: Tone, text: string) => {
    // The same sentence twice is one notice, moved to the end.
    const id = Date.now() + Math.random();
    setList((before) => [
      ...before.filter((one) => one.text !== text && !(tone === 'info' && one.tone === 'info')),
      { id, tone, text },
    ]);
    if (tone === 'info') setTimeout(() => setList((before) => before.filter((one) => one.id !== id)), INFO_MS);
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
