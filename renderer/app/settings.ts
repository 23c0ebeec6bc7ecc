import { isInstant } from '../domain/basics/time';
import type { Paper } from './ports';

/** Non-patient settings of this workstation. All optional on disk; `readSettings` fills the rest. */
export interface Settings {
  readonly theme: 'light' | 'dark' | 'system';
  readonly paper: Paper;
  /** Role last chosen on this PC, a checklist id. */
  readonly role: string | null;
  readonly printer: string | null;
  /** Snapshot age limits in minutes: from `staleAfter` amber, from `oldAfter` red (practice.md A2: 2 h is an incident). */
  readonly staleAfterMinutes: number;
  readonly oldAfterMinutes: number;
  readonly lockAfterMs: number;
  /** Column mappings by header fingerprint, as the census reader made and a person confirmed them. */
  readonly censusMappings: Readonly<Record<string, unknown>>;
  /** Minutes until a request is amber or red where the hospital differs; see domain/tracking/site-limits. */
  readonly ageingLimits: Readonly<Record<string, unknown>>;
  readonly soundOn: boolean;
  /** When the last backup of this workstation was written and read back. */
  readonly lastBackupAt: string | null;
  /** The interface engine that messages are sent to; the shell reads it too. A policy of IT goes before it. */
  readonly receiver: { readonly host: string; readonly port: number } | null;
  /** The label printer that takes ZPL over the network; the shell reads it too. A policy of IT goes before it. */
  readonly labelPrinter: { readonly host: string; readonly port: number } | null;
  /** How far this PC's laser is off on label sheets, mm. */
  readonly labelNudge: { readonly x: number; readonly y: number };
}

/** What holds until somebody sets otherwise. Auto-lock: 5 min (security.md 6). */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'light',
  paper: 'A4',
  role: null,
  printer: null,
  staleAfterMinutes: 60,
  oldAfterMinutes: 120,
  lockAfterMs: 300_000,
  censusMappings: {},
  ageingLimits: {},
  soundOn: false,
  lastBackupAt: null,
  receiver: null,
  labelPrinter: null,
  labelNudge: { x: 0, y: 0 },
};

/** Reads settings member by member: one bad member falls back alone, it never loses the others. */
export function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
  const d = DEFAULT_SETTINGS;
  const oneOf = <T extends string>(v: unknown, words: readonly T[], or: T): T =>
    words.includes(v as T) ? (v as T) : or;
  const minutes = (v: unknown, or: number): number => (typeof v === 'number' && v > 0 && Number.isFinite(v) ? v : or);
  const mappings = raw['censusMappings'];
  return {
    theme: oneOf(raw['theme'], ['light', 'dark', 'system'], d.theme),
    paper: oneOf(raw['paper'], ['A4', 'Letter'], d.paper),
    role: typeof raw['role'] === 'string' ? raw['role'] : d.role,
    printer: typeof raw['printer'] === 'string' ? raw['printer'] : d.printer,
    staleAfterMinutes: minutes(raw['staleAfterMinutes'], d.staleAfterMinutes),
    oldAfterMinutes: minutes(raw['oldAfterMinutes'], d.oldAfterMinutes),
    lockAfterMs: minutes(raw['lockAfterMs'], d.lockAfterMs),
    censusMappings:
      typeof mappings === 'object' && mappings !== null ? (mappings as Record<string, unknown>) : d.censusMappings,
    ageingLimits:
      typeof raw['ageingLimits'] === 'object' && raw['ageingLimits'] !== null
        ? (raw['ageingLimits'] as Record<string, unknown>)
        : d.ageingLimits,
    soundOn: raw['soundOn'] === true,
    lastBackupAt:
      typeof raw['lastBackupAt'] === 'string' && isInstant(raw['lastBackupAt']) ? raw['lastBackupAt'] : d.lastBackupAt,
    receiver: receiverIn(raw['receiver']),
    labelPrinter: receiverIn(raw['labelPrinter']),
    labelNudge: nudgeIn(raw['labelNudge']),
  };
}

/** More than a centimetre off is another stock, not a nudge. */
function nudgeIn(value: unknown): Settings['labelNudge'] {
  const { x, y } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const within = (one: unknown): number => (typeof one === 'number' && Math.abs(one) <= 10 ? one : 0);
  return { x: within(x), y: within(y) };
}

function receiverIn(value: unknown): Settings['receiver'] {
  if (typeof value !== 'object' || value === null) return null;
  const { host, port } = value as Readonly<Record<string, unknown>>;
  return typeof host === 'string' && isHost(host) && typeof port === 'number' && isPort(port) ? { host, port } : null;
}

/** A name or an address, nothing else: it is given to the network as it stands. */
export function isHost(text: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$/.test(text);
}

/** A TCP port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
