import { useCallback, useEffect, useState } from 'react';
import type { Vault } from '../../../app/ports';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';

/** Signing in with its delay: after wrong tries the vault makes us wait, and the button says how long. */
export function useSignIn(onEntered: () => void) {
  const box = useBox();
  const [waitUntil, setWaitUntil] = useState(0);
  const [waitMs, setWaitMs] = useState(0);
  const { run, error, busy, clear } = useAction(box.signIn, (refused) => {
    if (typeof refused['waitMs'] === 'number') setWaitUntil(performance.now() + refused['waitMs']);
  });
  useEffect(() => {
    const tell = (): void => setWaitMs(Math.max(0, waitUntil - performance.now()));
    tell();
    if (waitUntil <= performance.now()) return undefined;
    const timer = setInterval(tell, 250);
    return () => clearInterval(timer);
  }, [waitUntil]);
  const signIn = useCallback(
    async (input: Parameters<Vault['unlock']>[0]) => {
      if (await run(input)) onEntered();
    },
    [run, onEntered],
  );
  return { signIn, error, busy: busy || waitMs > 0, waitSeconds: Math.ceil(waitMs / 1000), clear };
}
