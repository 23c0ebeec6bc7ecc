import { COMMON_PINS } from './common-pins';

/** NIST SP 800-63B-4: a single factor has at least 15 characters; no composition rules. */
export const MIN_PASSPHRASE = 15;

/** NIST SP 800-63B-4: an activation secret has at least six digits and a blocklist. */
export const MIN_PIN = 6;

type PassphraseRefusal = { readonly code: 'passphrase-too-short'; readonly min: number };

type PinRefusal =
  | { readonly code: 'pin-not-digits' }
  | { readonly code: 'pin-too-short'; readonly min: number }
  | { readonly code: 'pin-too-common' };

/** One text for one secret, whatever keyboard composed its letters. */
export function normalSecret(secret: string): string {
  return secret.normalize('NFKC');
}

/** Why a passphrase is not good enough; undefined when it is. */
export function refusePassphrase(passphrase: string): PassphraseRefusal | undefined {
  const characters = [...normalSecret(passphrase)].length;
  return characters < MIN_PASSPHRASE ? { code: 'passphrase-too-short', min: MIN_PASSPHRASE } : undefined;
}

/** Why a PIN is not good enough; undefined when it is. */
export function refusePin(pin: string): PinRefusal | undefined {
  const digits = normalSecret(pin);
  if (!/^\d*$/u.test(digits)) return { code: 'pin-not-digits' };
  if (digits.length < MIN_PIN) return { code: 'pin-too-short', min: MIN_PIN };
  return isCommonPin(digits) ? { code: 'pin-too-common' } : undefined;
}

function isCommonPin(pin: string): boolean {
  return COMMON_PINS.has(pin) || isRun(pin) || isRepeat(pin) || isPairs(pin);
}

// 123456, 987654, 789012, 135790: one step all the way, also over the end of the keypad.
function isRun(pin: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < pin.length; at += 1) steps.add((Number(pin[at]) - Number(pin[at - 1]) + 10) % 10);
  return steps.size === 1;
}

// 121212, 123123, 12341234
function isRepeat(pin: string): boolean {
  for (let part = 2; part <= pin.length / 2; part += 1)
    if (pin.slice(0, part).repeat(pin.length).startsWith(pin)) return true;
  return false;
}

// 112233, 554433
function isPairs(pin: string): boolean {
  return pin.length % 2 === 0 && /^(?:(\d)\1)+$/u.test(pin);
}
