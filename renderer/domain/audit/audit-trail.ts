import type { Instant } from '../basics/time';
import type { ContentRef, Entry, EntryType } from '../ledger/entry';
import { WORKSTATION_BOOK } from '../ledger/entry';

/** What was done, as an audit asks: create, read, update, execute (HL7 AuditEventAction). */
export type AuditAction = 'C' | 'R' | 'U' | 'E';

/** Kinds of events, by the question somebody reviews them for. */
export const AUDIT_KINDS = [
  'read',
  'search',
  'print',
  'export',
  'import',
  'write',
  'access',
  'storage',
  'other',
] as const;

/** One of them. */
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One line of the trail. */
export interface AuditEvent {
  /** Its entry. */
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: Instant;
  readonly by: string;
  readonly type: EntryType;
  readonly kind: AuditKind;
  readonly action: AuditAction;
  /** Opaque ids of the patients it is about. */
  readonly patients: readonly string[];
  /** Written or read under a break-glass code. */
  readonly breakGlass: boolean;
  /** What was worked on: a form's serial, a file's format, the words looked for. */
  readonly what?: string;
  readonly content?: ContentRef;
  readonly count?: number;
}

const KINDS: Partial<Readonly<Record<EntryType, readonly [AuditKind, AuditAction]>>> = {
  'patient.viewed': ['read', 'R'],
  'patients.listed': ['search', 'E'],
  'patients.searched': ['search', 'E'],
  'pack.printed': ['print', 'R'],
  'export.written': ['export', 'R'],
  'snapshot.imported': ['import', 'C'],
  'patient.added': ['write', 'C'],
  'form.signed': ['write', 'C'],
  'person.enrolled': ['access', 'C'],
  'workstation.set-up': ['access', 'C'],
  'break-glass.made': ['access', 'C'],
  'break-glass.used': ['access', 'E'],
  'break-glass.reviewed': ['access', 'U'],
  'storage.recovered': ['storage', 'E'],
  'record.doubted': ['storage', 'E'],
};

/** The ledger as an audit trail, in its order: every entry is an event. */
export function auditTrail(entries: readonly Entry[]): readonly AuditEvent[] {
  const patientOf = new Map<string, string>();
  const withCode = new Set<string>();
  return entries.map((entry): AuditEvent => {
    if (entry.type === 'break-glass.used') withCode.add(entry.by);
    if (entry.type === 'form.signed') patientOf.set(entry.payload.serial, entry.payload.patient);
    const patients = patientsOf(entry, patientOf);
    const [kind, action] = KINDS[entry.type] ?? (patients.length > 0 ? ['write', 'U'] : ['other', 'E']);
    const { id, device, seq, prev, at, by, type, content } = entry;
    return {
      id,
      device,
      seq,
      prev,
      at,
      by,
      type,
      kind,
      action,
      patients,
      breakGlass: withCode.has(by),
      ...detailOf(entry),
      ...(content && { content }),
    };
  });
}

function patientsOf(entry: Entry, patientOf: ReadonlyMap<string, string>): readonly string[] {
  if (entry.type === 'pack.printed') {
    const { sheets, labels } = entry.payload;
    return [...new Set([...sheets.flatMap(({ patient }) => patient ?? []), ...(labels?.patients ?? [])])];
  }
  if (entry.type.startsWith('patient.')) return [entry.subject];
  const { patient, serial } = entry.payload as { readonly patient?: unknown; readonly serial?: unknown };
  if (typeof patient === 'string') return patient === '' ? [] : [patient];
  const found = patientOf.get(typeof serial === 'string' ? serial : entry.subject);
  return found === undefined || found === '' || entry.book === WORKSTATION_BOOK ? [] : [found];
}

function detailOf(entry: Entry): Pick<AuditEvent, 'what' | 'count'> {
  switch (entry.type) {
    case 'patients.searched':
      return { what: entry.payload.text, count: entry.payload.found };
    case 'patients.listed':
      return { count: entry.payload.count };
    case 'pack.printed':
      return { what: entry.payload.sheets.map(({ serial }) => serial).join(' '), count: entry.payload.pages };
    case 'export.written':
      return { what: entry.payload.format, count: entry.payload.files.length };
    case 'break-glass.used':
      return { what: entry.payload.reason };
    default: {
      const { serial } = entry.payload as { readonly serial?: unknown };
      return typeof serial === 'string' ? { what: serial } : {};
    }
  }
}
