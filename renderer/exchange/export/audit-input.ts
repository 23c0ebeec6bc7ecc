import type { AuditEvent } from '../../domain/audit/audit-trail';
import type { BoardPatient } from '../../domain/patient/board';

/** Formats of the audit trail. */
export type AuditFormat = 'csv' | 'fhir';

/** What an export of the trail is made of. */
export interface AuditInput {
  readonly events: readonly AuditEvent[];
  readonly patient: (id: string) => BoardPatient | undefined;
  readonly person: (id: string) => { readonly name: string; readonly role: string } | undefined;
  readonly site: string;
  readonly workstation: string;
  readonly version: string;
}
