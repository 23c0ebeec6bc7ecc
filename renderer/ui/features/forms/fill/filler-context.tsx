import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { FormSession } from '../../../../app/form-session';
import { createLive, type Live, type MutableLive } from '../../../../app/live';
import type { Instant } from '../../../../domain/basics/time';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { PastValue } from './past-values';

/** What every question of an open form may use. Stable for the life of the session, so that a key redraws one field. */
export interface Filler {
  readonly session: FormSession;
  readonly now: () => Instant;
  /** Texts that are no answer yet ("12a"), by place: they survive a change of section and stop the signature. */
  readonly unread: MutableLive<ReadonlyMap<string, string>>;
  /** The question somebody is at, or was at last. */
  readonly at: MutableLive<FilledQuestion | null>;
  /** Whether a signature was tried: from then on missing answers are marked. */
  readonly tried: MutableLive<boolean>;
  /** Earlier values of the same thing for this patient, oldest first. */
  readonly past: (question: FilledQuestion) => readonly PastValue[];
}

const Context = createContext<Filler | null>(null);

/** Hands the open form to its questions. */
export function FillerProvider({
  session,
  now,
  past,
  children,
}: {
  readonly session: FormSession;
  readonly now: () => Instant;
  readonly past: Filler['past'];
  readonly children: ReactNode;
}) {
  const filler = useMemo<Filler>(
    () => ({
      session,
      now,
      past,
      unread: createLive<ReadonlyMap<string, string>>(new Map()),
      at: createLive<FilledQuestion | null>(null),
      tried: createLive(false),
    }),
    [session, now, past],
  );
  return <Context value={filler}>{children}</Context>;
}

/** The open form. */
export function useFiller(): Filler {
  const filler = useContext(Context);
  if (!filler) throw new Error('a question outside of FillerProvider');
  return filler;
}

/** A live value as React state. */
export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get);
}

/** Keeps or forgets a text that is no answer. */
export function noteUnread({ unread }: Filler, key: string, text: string | undefined): void {
  if (unread.get().get(key) === text) return;
  const next = new Map(unread.get());
  if (text === undefined) next.delete(key);
  else next.set(key, text);
  unread.set(next);
}
