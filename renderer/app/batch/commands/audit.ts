import type { AuditFormat } from '../../use-audit';
import { type BatchCommand, done, refusedInput } from '../command';
import { readInstant } from '../instant-option';

/** The audit trail for the privacy officer: who opened, searched, printed, exported and wrote what. */
export const auditExport: BatchCommand = {
  words: ['audit', 'export'],
  about: "writes the audit trail as a table or as FHIR AuditEvents (IHE BALP); needs a manager's passphrase",
  options: {
    format: { value: 'F', required: true, oneOf: ['csv', 'fhir'], about: 'csv or fhir' },
    out: { value: 'DIR', required: true, about: 'folder; made when missing' },
    from: { value: 'ISO', about: 'only events from this time on' },
    to: { value: 'ISO', about: 'only events up to this time' },
  },
  needs: 'vault',
  json: '{events, files:[{name, sha256, records}]}',
  async run(context) {
    const { box } = context;
    const [from, to] = [context.option('from'), context.option('to')];
    const made = await box.audit.make({
      format: context.option('format') as AuditFormat,
      ...(from === undefined ? {} : { from: readInstant(from, '--from') }),
      ...(to === undefined ? {} : { to: readInstant(to, '--to') }),
    });
    if (!made.ok) throw refusedInput(made.error);
    for (const file of made.value.files) await context.writeOutput(file.name, file.bytes);
    await box.audit.wrote(made.value);
    const { events, files } = made.value;
    return done({ events, files: files.map(({ name, sha256, records }) => ({ name, sha256, records })) });
  },
};
