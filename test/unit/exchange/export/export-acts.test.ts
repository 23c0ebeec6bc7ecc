import { expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { checkBundle } from '../../../../renderer/exchange/fhir/check-bundle';
import { checkResource } from '../../../../renderer/exchange/fhir/check-resource';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { answer, at, group } from './answers';
import { libraryForm, outage, sha256, signed, textOf } from './outage';

const response = (form: string, ...item: NonNullable<FormResponse['item']>): FormResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: `https://downtime-box.invalid/fhir/Questionnaire/${form}|0.1.0`,
  status: 'completed',
  item,
});

const call = response(
  'F11',
  group('result', answer('test', { valueString: 'Potassium' }), answer('value', { valueString: '6.8' })),
  group(
    'call',
    answer('caller', { valueString: 'Lab, P. Ito' }),
    answer('recipient', { valueString: 'A. Moreau' }),
    answer('read-back-at', { valueDateTime: at('06:42') }),
  ),
);

const code = response(
  'F20',
  group('start', answer('found-at', { valueDateTime: at('06:00') })),
  group(
    'outcome',
    answer('end-at', { valueDateTime: at('06:25') }),
    answer('summary', { valueString: 'VF, 2 shocks' }),
  ),
  group('team', answer('leader', { valueString: 'Dr Okafor' })),
);

const acts = () =>
  outage({
    forms: [
      { signed: signed('DT-7B-0005-E', 'F11', 'p-ana', call), definition: libraryForm('F11') },
      { signed: signed('DT-7B-0006-F', 'F20', 'p-unknown', code), definition: libraryForm('F20') },
    ],
  });

interface AnyBundle {
  readonly resourceType: 'Bundle';
  readonly entry: readonly { readonly resource: Readonly<Record<string, unknown>> }[];
}

const printer = {
  paper: 'A4' as const,
  toPdf: () =>
    Promise.resolve({
      pdf: new TextEncoder().encode(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
      ),
      overflow: [],
    }),
};

test('critical calls become Communication, resuscitations Procedure, and a table each', async () => {
  const { files, unmapped } = await buildExport('fhir', acts(), sha256);
  const bundle = JSON.parse(textOf(files, 'outage.fhir.json')) as AnyBundle;
  expect([checkBundle(bundle), unmapped]).toEqual([[], []]);
  const of = (type: string) => bundle.entry.map((one) => one.resource).filter((one) => one['resourceType'] === type);
  expect(of('Communication')).toMatchObject([
    {
      status: 'completed',
      category: [{ text: 'Critical result' }],
      sent: at('06:42'),
      sender: { display: 'Lab, P. Ito' },
      recipient: [{ display: 'A. Moreau' }],
      payload: [{ contentString: 'Potassium: 6.8' }],
    },
  ]);
  expect(of('Procedure')).toMatchObject([
    {
      status: 'completed',
      code: { text: 'Cardiopulmonary resuscitation' },
      performedPeriod: { start: at('06:00'), end: at('06:25') },
      performer: [{ actor: { display: 'Dr Okafor' } }],
    },
  ]);
  const csv = await buildExport('csv', acts(), sha256);
  expect(textOf(csv.files, 'messages.csv')).toContain('Potassium: 6.8');
  expect(textOf(csv.files, 'procedures.csv')).toContain('Cardiopulmonary resuscitation');
});

test('the record of each patient goes along as PDF when there is a printer, the newest in place of the last', async () => {
  const { files } = await buildExport('fhir', acts(), sha256, printer);
  const bundle = JSON.parse(textOf(files, 'outage.fhir.json')) as AnyBundle;
  expect(checkBundle(bundle)).toEqual([]);
  const documents = bundle.entry.filter(({ resource }) => resource['resourceType'] === 'DocumentReference');
  expect(documents).toHaveLength(2);
  for (const one of documents)
    expect(one).toMatchObject({
      resource: {
        content: [
          { attachment: { contentType: 'application/pdf', data: expect.stringMatching(/^JVBERi0/) as string } },
        ],
      },
      request: { method: 'PUT', url: expect.stringContaining('identifier=') as string },
    });
});

test('there is a bundle per ward when patients lie in several', async () => {
  const input = acts();
  const [first, ...rest] = input.patients;
  const apart = { ...input, patients: [...(first ? [{ ...first, ward: 'ICU 2' }] : []), ...rest] };
  const { files } = await buildExport('fhir', apart, sha256);
  const names = files.map(({ name }) => name).filter((name) => name.startsWith('department'));
  expect(names.toSorted()).toEqual(['department-7B.fhir.json', 'department-ICU-2.fhir.json']);
  const ward = JSON.parse(textOf(files, 'department-ICU-2.fhir.json')) as AnyBundle;
  expect(checkBundle(ward)).toEqual([]);
});

test('NDJSON has each resource under an id, with references by type and id that lead somewhere', async () => {
  const { files } = await buildExport('ndjson', outage(), sha256);
  const resources = files
    .filter(({ name }) => name.endsWith('.ndjson'))
    .flatMap(({ name, bytes, records }) => {
      const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
      expect(lines).toHaveLength(records);
      const own = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
      for (const one of own) expect(`${String(one['resourceType'])}.ndjson`).toBe(name);
      return own;
    });
  const known = new Set(resources.map((one) => `${String(one['resourceType'])}/${String(one['id'])}`));
  for (const one of resources) {
    const { faults, references } = checkResource(one);
    expect(faults).toEqual([]);
    for (const { reference } of references) expect(known).toContain(reference);
  }
  const bundle = JSON.parse(
    textOf((await buildExport('fhir', outage(), sha256)).files, 'outage.fhir.json'),
  ) as AnyBundle;
  expect(resources).toHaveLength(bundle.entry.length);
});

test('everything else goes out, and the missing PDFs are named, when the printer is dead', async () => {
  const dead = { paper: 'A4' as const, toPdf: () => Promise.reject(new Error('no printer')) };
  const { files, unmapped } = await buildExport('fhir', acts(), sha256, dead);
  const bundle = JSON.parse(textOf(files, 'outage.fhir.json')) as AnyBundle;
  expect(bundle.entry.map(({ resource }) => resource['resourceType'])).toContain('Procedure');
  expect(unmapped.map(({ reason }) => reason)).toEqual(['no-document', 'no-document']);
});
