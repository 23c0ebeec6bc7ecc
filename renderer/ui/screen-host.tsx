import { useState } from 'react';
import type { BoxState } from '../app/box';
import { useBoxState } from './box/box-context';
import { SignInScreen } from './features/session/sign-in-screen';
import { SetUpScreen } from './features/setup/set-up-screen';
import { BrokenScreen } from './frame/failure/broken-screen';
import { ErrorBoundary } from './frame/failure/error-boundary';
import { FailedPage } from './frame/failure/failed-page';
import { OpeningPage } from './frame/failure/opening-page';
import { useWaysOut } from './frame/failure/use-ways-out';
import { type Route, useRoute } from './route/route';
import { type Screen, useScreens } from './route/screens-context';

/** Chooses what stands in main: opening, failure, set-up, sign-in or the screen of the hash. */
export function ScreenHost({ onDefect }: { readonly onDefect: (error: unknown) => void }) {
  const route = useRoute();
  const waysOut = useWaysOut();
  return (
    <ErrorBoundary
      place={`${route.screen}/${route.rest.join('/')}`}
      onError={onDefect}
      renderFallback={(error, again) => <BrokenScreen error={error} again={again} waysOut={waysOut} />}
    >
      <Chosen route={route} />
    </ErrorBoundary>
  );
}

function Chosen({ route }: { readonly route: Route }) {
  const stage = useBoxState((state) => state.stage);
  const vault = useBoxState((state) => state.vault?.exists ?? false);
  // The recovery code is shown once, after the vault exists: the wizard stays until somebody says it is on paper.
  const [settingUp, setSettingUp] = useState(false);
  const setUp = vault && !settingUp;
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const screens = useScreens();
  const screen = screens.of(route.screen) ?? screens.of('start');
  const shown = whatToShow({ stage, setUp, signedIn }, screen);
  switch (shown) {
    case 'opening':
      return <OpeningPage />;
    case 'failed':
      return <FailedPage />;
    case 'set-up':
      return <SetUpScreen onBegin={() => setSettingUp(true)} onFinished={() => setSettingUp(false)} />;
    case 'sign-in':
      return <SignInScreen rest={[]} />;
    case 'screen': {
      const Component = screen?.component ?? FailedPage;
      return <Component rest={screen?.name === route.screen ? route.rest : []} />;
    }
  }
}

function whatToShow(
  box: { readonly stage: BoxState['stage']; readonly setUp: boolean; readonly signedIn: boolean },
  screen: Screen | undefined,
): 'opening' | 'failed' | 'set-up' | 'sign-in' | 'screen' {
  if (screen?.beforeSetUp) return 'screen';
  if (box.stage === 'opening') return 'opening';
  if (box.stage === 'failed') return 'failed';
  if (!box.setUp) return 'set-up';
  return screen?.opensFor === 'person' && !box.signedIn ? 'sign-in' : 'screen';
}
