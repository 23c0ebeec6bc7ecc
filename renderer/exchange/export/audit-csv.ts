import type { AuditEvent } from '../../domain/audit/audit-trail';
import { displayName } from '../../domain/patient/names';
import { writeCsv } from '../csv/write-csv';
import type { AuditInput } from './audit-input';
import type { ExportFile } from './export-input';
import { type Columns, tableOf } from './table';

interface Line {
  readonly event: AuditEvent;
  /** Opaque id; missing where the event is about no patient. */
  readonly patient: string | undefined;
}

/** The trail as one table: a line per event and patient, in the order of the ledger. */
export function auditCsv(input: AuditInput): readonly ExportFile[] {
  const lines = input.events.flatMap((event): readonly Line[] =>
    event.patients.length === 0
      ? [{ event, patient: undefined }]
      : event.patients.map((patient) => ({ event, patient })),
  );
  const known = ({ patient }: Line) => (patient === undefined ? undefined : input.patient(patient));
  const columns: Columns<Line> = {
    recorded_at: ({ event }) => event.at,
    device: ({ event }) => event.device,
    seq: ({ event }) => event.seq,
    entry_id: ({ event }) => event.id,
    kind: ({ event }) => event.kind,
    action: ({ event }) => event.action,
    entry_type: ({ event }) => event.type,
    person_id: ({ event }) => event.by,
    person: ({ event }) => input.person(event.by)?.name,
    role: ({ event }) => input.person(event.by)?.role,
    purpose: ({ event }) => (event.breakGlass ? 'BTG' : 'TREAT'),
    patient_id: ({ patient }) => patient,
    mrn: (line) => known(line)?.mrn,
    downtime_number: (line) => known(line)?.downtimeNumber,
    patient_name: (line) => {
      const patient = known(line);
      return patient && displayName(patient);
    },
    what: ({ event }) => event.what,
    count: ({ event }) => event.count,
    content: ({ event }) => event.content && `${event.content.id} ${event.content.version}`,
    previous_hash: ({ event }) => event.prev,
  };
  const { header, rows } = tableOf('audit', lines, columns);
  const text = writeCsv(header, rows, { bom: true });
  return [{ name: 'audit.csv', bytes: new TextEncoder().encode(text), records: rows.length }];
}
