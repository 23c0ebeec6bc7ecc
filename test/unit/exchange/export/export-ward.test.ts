import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { NO_PATIENT } from '../../../../renderer/domain/form/about-whom';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import type { ExportForm } from '../../../../renderer/exchange/export/export-input';
import { checkBundle } from '../../../../renderer/exchange/fhir/check-bundle';
import { answer, group, vitals } from './answers';
import { libraryForm, outage, sha256, signed, textOf } from './outage';

const SERIAL = 'DT-7B-0009-X';
const log: ExportForm = {
  signed: {
    ...signed(SERIAL, 'F21', NO_PATIENT, {
      ...vitals(120),
      item: [group('sheet', answer('unit', { valueString: '7B' }))],
    }),
    ward: '7B',
  },
  definition: libraryForm('F21'),
};
const night = outage({ forms: [...outage().forms, log] });

describe('a form about the ward', () => {
  test('goes out as FHIR with the ward as its subject and no patient when an outage is exported', async () => {
    const { files, unmapped } = await buildExport('fhir', night, sha256);
    const bundle = JSON.parse(textOf(files, 'ward.fhir.json')) as {
      readonly resourceType: 'Bundle';
      readonly entry: readonly { readonly resource: Record<string, unknown> }[];
    };
    expect(unmapped).toEqual([]);
    expect(checkBundle(bundle)).toEqual([]);
    expect(bundle.entry.map(({ resource }) => resource['resourceType'])).toEqual([
      'QuestionnaireResponse',
      'Provenance',
    ]);
    expect(bundle.entry[0]?.resource).toMatchObject({
      subject: { type: 'Location', identifier: { value: '7B' }, display: 'Ward 7B' },
      item: [{ linkId: 'sheet' }],
    });
    expect(bundle.entry[0]?.resource).not.toHaveProperty('encounter');
    expect(JSON.stringify(bundle)).not.toContain('Patient');
    expect(textOf(files, 'outage.fhir.json')).toContain(SERIAL);
  });

  test('adds no patient to the patients when it is exported', async () => {
    const [without, withLog] = [await buildExport('fhir', outage(), sha256), await buildExport('fhir', night, sha256)];
    expect(withLog.manifest.counts['patients']).toBe(without.manifest.counts['patients']);
    expect(withLog.manifest.counts['forms']).toBe((without.manifest.counts['forms'] ?? 0) + 1);
  });

  test('is left out of HL7 v2 and named with the reason when messages are written', async () => {
    const [without, withLog] = [
      await buildExport('hl7v2', outage(), sha256),
      await buildExport('hl7v2', night, sha256),
    ];
    expect(textOf(withLog.files, 'outage.hl7')).toBe(textOf(without.files, 'outage.hl7'));
    const named = withLog.unmapped.filter((one) => one.serial === SERIAL);
    expect(named.map(({ reason }) => reason)).toEqual(['no-message']);
    expect(named[0]?.message).toContain('about the ward');
  });

  test('stands in the tables under its ward and without a name when CSV is written', async () => {
    const { files } = await buildExport('csv', night, sha256);
    for (const name of ['forms.csv', 'answers.csv']) {
      const { data } = Papa.parse<Record<string, string>>(textOf(files, name), { header: true, skipEmptyLines: true });
      const rows = data.filter((one) => one['serial'] === SERIAL);
      expect(rows.map(({ ward, name: who, mrn }) => [ward, who, mrn])).toEqual([['7B', '', '']]);
      expect(data.filter((one) => one['serial'] !== SERIAL).every((one) => one['ward'] === '')).toBe(true);
    }
  });
});
