import type { ComponentType } from 'react';
import type { IconName } from './components/icon/icon';
import type { GlobalKey } from './frame/keys';
import type { ScreenName } from './route/screen-names';
import { HelpScreen } from './features/help/help-screen';

/** What a screen gets: the parts of the hash after its name. */
export interface ScreenProps {
  readonly rest: readonly string[];
}

/** One place of the app. */
export interface Screen {
  readonly name: ScreenName;
  readonly component: ComponentType<ScreenProps>;
  /** Shown in the rail, in this order. */
  readonly rail?: { readonly icon: IconName; readonly atEnd?: boolean };
  readonly shortcut?: GlobalKey;
  /** `nobody`: library and event, open to all. `person`: patients; the sign-in page stands in front of it. */
  readonly opensFor: 'nobody' | 'person';
  /** Works before the workstation is set up. */
  readonly beforeSetUp?: boolean;
}

/** THE list of places; rail, keys and the help page read it. To add a screen, add a line. */
export const SCREENS: readonly Screen[] = [
  { name: 'help', component: HelpScreen, shortcut: 'F1', opensFor: 'nobody', beforeSetUp: true },
];

/** The screen of a name, if it exists in this version. */
export function screenOf(name: ScreenName): Screen | undefined {
  return SCREENS.find((screen) => screen.name === name);
}
