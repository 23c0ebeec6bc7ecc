/** Every place a hash can name. A name without an entry in ../screens is not offered anywhere. */
export const SCREEN_NAMES = [
  'start',
  'declare',
  'tasks',
  'patients',
  'requests',
  'forms',
  'print',
  'runbooks',
  'problems',
  'log',
  'situation',
  'contacts',
  'reconcile',
  'census',
  'export',
  'manage',
  'help',
  'sign-in',
] as const;

/** One place of the app. */
export type ScreenName = (typeof SCREEN_NAMES)[number];
