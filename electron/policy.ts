import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { errnoOf } from './disk/shell-failure';
import { parseReceiver } from './mllp/receiver-address';
import { parseObject } from './journal/sealed-line';

/** What the hospital's IT decides for this PC. */
export interface Policy {
  /** Lets the vault be used without a keyring that protects it. */
  readonly allowUnsafeKeyring: boolean;
  /** Keeps the window out of screenshots and screen sharing. */
  readonly contentProtection: boolean;
  readonly lockAfterMinutes: number;
  /** Free space below which people are warned. */
  readonly lowSpaceMegabytes: number;
  /** Size of the file that keeps room for the day the disk is full; read-only begins at a quarter of it. */
  readonly ballastMegabytes: number;
  /** Folder of the journal's second place, on another disk or a share. Null: chosen at the PC, or none. */
  readonly secondJournal: string | null;
  /** Folder where the EHR drops its patient lists; looked at, never changed. */
  readonly watchedFolder: string | null;
  /** The listener for live ADT messages: one address of this PC, and who may send. Null: off. */
  readonly mllp: { readonly address: string; readonly port: number; readonly senders: readonly string[] } | null;
  /** How many days after back-entry is closed the patients of a downtime stay. */
  readonly keepClosedDays: number;
  /** Base64 of IT's public key (P-256, DER): its private half, kept off-line, opens every vault it was given to. */
  readonly recoveryPublicKey: string | null;
  /** `host:port` of the interface engine that messages are sent to. Null: set at the PC, or none. */
  readonly receiver: string | null;
  /** `host:port` of the label printer that takes ZPL. Null: set at the PC, or none. */
  readonly labelPrinter: string | null;
}

/** A policy, and what in its file was not understood. */
export interface PolicyReading {
  /** Whether there is a policy file at all. */
  readonly found: boolean;
  readonly policy: Policy;
  readonly problems: readonly string[];
}

/** Without a policy file. Each value is the safe one. */
export const defaultPolicy: Policy = {
  allowUnsafeKeyring: false,
  contentProtection: false,
  lockAfterMinutes: 5,
  lowSpaceMegabytes: 2048,
  ballastMegabytes: 256,
  secondJournal: null,
  watchedFolder: null,
  mllp: null,
  keepClosedDays: 30,
  recoveryPublicKey: null,
  receiver: null,
  labelPrinter: null,
};

function wholeIn(from: number, to: number): (value: unknown) => value is number {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

const checks: { readonly [K in keyof Policy]: (value: unknown) => value is Policy[K] } = {
  allowUnsafeKeyring: (value): value is boolean => typeof value === 'boolean',
  contentProtection: (value): value is boolean => typeof value === 'boolean',
  lockAfterMinutes: wholeIn(1, 240),
  lowSpaceMegabytes: wholeIn(32, 1024 * 1024),
  ballastMegabytes: wholeIn(16, 16 * 1024),
  keepClosedDays: wholeIn(1, 3650),
  recoveryPublicKey: (value): value is string | null => value === null || isPublicKey(value),
  watchedFolder: (value): value is string | null =>
    value === null || (typeof value === 'string' && value.length < 4096 && isAbsolute(value)),
  mllp: (value): value is Policy['mllp'] => value === null || isListener(value),
  secondJournal: (value): value is string | null =>
    value === null || (typeof value === 'string' && value.length < 4096 && isAbsolute(value)),
  receiver: (value): value is string | null =>
    value === null || (typeof value === 'string' && parseReceiver(value) !== undefined),
  labelPrinter: (value): value is string | null =>
    value === null || (typeof value === 'string' && parseReceiver(value) !== undefined),
};

/** Addresses, not names: a name is looked up in a DNS that may be gone, or lie. */
function isListener(value: unknown): value is NonNullable<Policy['mllp']> {
  if (typeof value !== 'object' || value === null) return false;
  const { address, port, senders, ...more } = value as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    isAddress(address) &&
    wholeIn(1, 65_535)(port) &&
    Array.isArray(senders) &&
    senders.length > 0 &&
    senders.length <= 100 &&
    senders.every(isAddress)
  );
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && isIP(value) !== 0;
}

/** Its values as text and numbers, for people to look at. */
export function shownPolicy(policy: Policy): Readonly<Record<string, string | number | boolean | null>> {
  const shown = ([name, value]: [string, unknown]) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return [name, value] as const;
    return [name, JSON.stringify(value)] as const;
  };
  return Object.fromEntries(Object.entries(policy).map(shown));
}

function isPublicKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 1000) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** The machine-wide place, writable by administrators only; another one can be named unless this is a release. */
export function policyPath(
  release: boolean,
  platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const named = release ? undefined : env['DOWNTIME_BOX_POLICY'];
  if (named) return named;
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Downtime Box', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/Downtime Box/policy.json';
  return '/etc/downtime-box/policy.json';
}

/** Reads the policy file. No file is no policy; a file with a mistake in it loosens nothing. */
export function readPolicy(path: string): PolicyReading {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT';
    return { policy: defaultPolicy, problems: missing ? [] : ['unreadable'], found: !missing };
  }
  const given = parseObject(text.replace(/^\uFEFF/, ''));
  if (!given) return { policy: defaultPolicy, problems: ['not-json'], found: true };
  const problems = Object.entries(given)
    .filter(([key, value]) => !Object.hasOwn(checks, key) || !checks[key as keyof Policy](value))
    .map(([key]) => key.slice(0, 40));
  const merged = { ...defaultPolicy, ...given } as Policy;
  // Fail closed: with any mistake the file may not be what IT meant, so nothing in it may open anything.
  return { policy: problems.length > 0 ? defaultPolicy : merged, problems, found: true };
}
