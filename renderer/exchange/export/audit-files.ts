import { auditCsv } from './audit-csv';
import { auditFhir } from './audit-fhir';
import type { AuditFormat, AuditInput } from './audit-input';
import type { ExportFile } from './export-input';

/** The audit trail as files. */
export function auditFiles(format: AuditFormat, input: AuditInput): readonly ExportFile[] {
  return format === 'csv' ? auditCsv(input) : auditFhir(input);
}
