import { createContext, useContext, type ComponentType } from 'react';
import type { IconName } from '../components/icon/icon';
import type { GlobalKey } from '../frame/keys';
import type { ScreenName } from './screen-names';

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
  /** Works before the workstation is set up, and when its data does not open. */
  readonly beforeSetUp?: boolean;
}

/** The screens of this version, for parts that must not import them (a screen that links to others would import itself). */
export interface Screens {
  readonly list: readonly Screen[];
  readonly of: (name: ScreenName) => Screen | undefined;
}

const Context = createContext<Screens>({ list: [], of: () => undefined });

/** Hands the list to frame and screens. */
export const ScreensProvider = Context.Provider;

/** Which screens exist: a link to one that does not is left out, never dead. */
export function useScreens(): Screens {
  return useContext(Context);
}
