import type { ExportFormat } from '../../use-export';
import { type BatchCommand, done, refusedInput } from '../command';

/** The outage for others. */
export const exportOutage: BatchCommand = {
  words: ['export'],
  about: 'writes the outage for other systems, with manifest.json',
  options: {
    format: {
      value: 'F',
      required: true,
      oneOf: ['fhir', 'hl7v2', 'csv', 'xlsx', 'pdf'],
      about: 'fhir, hl7v2, csv, xlsx or pdf',
    },
    out: { value: 'DIR', required: true, about: 'folder; made when missing' },
    since: { value: 'TOKEN', about: 'only what changed since the export that answered this token' },
  },
  needs: 'vault',
  json: '{files:[{name, sha256, records}], unmapped:[…], token}',
  async run(context) {
    const { box } = context;
    const since = context.option('since');
    const made = await box.exports.make({
      format: context.option('format') as ExportFormat,
      ...(since === undefined ? {} : { since }),
    });
    if (!made.ok) throw refusedInput(made.error);
    for (const file of made.value.files) await context.writeOutput(file.name, file.bytes);
    await box.exports.wrote(made.value);
    const { files, unmapped, token } = made.value;
    return done({ files: files.map(({ name, sha256, records }) => ({ name, sha256, records })), unmapped, token });
  },
};
