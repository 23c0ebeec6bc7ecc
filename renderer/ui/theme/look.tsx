import { MantineProvider } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import './mantine-styles';
import { cssVariables, theme } from './theme';

const darkQuery = '(prefers-color-scheme: dark)';

function subscribeToSystem(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Which scheme holds: the workstation's choice, or the system's. */
export function useScheme(choice: 'light' | 'dark' | 'system'): 'light' | 'dark' {
  const systemDark = useSyncExternalStore(subscribeToSystem, () => matchMedia(darkQuery).matches);
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
}

/** Colours, type and control styles for everything inside. `nonce` lets Mantine's one style element pass the strict CSP. */
export function Look({
  scheme,
  nonce,
  children,
}: {
  readonly scheme: 'light' | 'dark';
  readonly nonce?: string;
  readonly children: ReactNode;
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      withGlobalClasses={false}
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      {children}
    </MantineProvider>
  );
}
