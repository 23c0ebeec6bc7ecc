import type { PersonRole } from './entries';

/** Who stands at the PC, as far as rights go: what somebody writes differs by role, what they may do only by this. */
export type Standing = 'nobody' | 'person' | 'break-glass' | 'manager';

/** Columns of the table, from least to most. */
export const STANDINGS = ['nobody', 'person', 'break-glass', 'manager'] as const satisfies readonly Standing[];

const EVERYBODY = STANDINGS;
const SIGNED_IN = ['person', 'break-glass', 'manager'] as const;
const OWN_NAME = ['person', 'manager'] as const;
const MANAGER = ['manager'] as const;

/**
 * Who may do what here, for people to read and for the code to ask. A ward in trouble must be able to chart: rights are
 * tight only where somebody could act under another name, or take data away. A break-glass code is somebody's way to
 * patients, never to other people's keys.
 */
export const PERMISSIONS = {
  'declare-and-tick': EVERYBODY,
  'print-blank-forms': EVERYBODY,
  'read-runbooks-and-contacts': EVERYBODY,
  'see-patients': SIGNED_IN,
  'write-and-sign': SIGNED_IN,
  'enter-back-and-export': SIGNED_IN,
  'save-a-backup': SIGNED_IN,
  'agree-to-removal': OWN_NAME,
  'hand-in-a-form': OWN_NAME,
  'approve-a-form': MANAGER,
  'trust-a-pack': MANAGER,
  'give-a-pin': MANAGER,
  'discard-pins': MANAGER,
  'make-codes': MANAGER,
  'review-codes': MANAGER,
  'keep-longer': MANAGER,
  'remove-patients': MANAGER,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

/** One row of the table. */
export type Act = keyof typeof PERMISSIONS;

/** Where somebody stands; the recovery code counts as a manager. */
export function standingOf(person: { readonly role: PersonRole; readonly breakGlass?: true } | undefined): Standing {
  if (!person) return 'nobody';
  if (person.breakGlass) return 'break-glass';
  return person.role === 'manager' ? 'manager' : 'person';
}

/** Whether somebody standing there may do it. */
export function mayDo(standing: Standing, act: Act): boolean {
  return (PERMISSIONS[act] as readonly Standing[]).includes(standing);
}
