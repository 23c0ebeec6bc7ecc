import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FormDefinition } from '../../../../renderer/domain/form/form';
import type { FormVersion, SignedForm } from '../../../../renderer/domain/form/forms-state';
import { parseForm } from '../../../../renderer/domain/form/parse/parse-form';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import type { BoardPatient } from '../../../../renderer/domain/patient/board';
import type { ExportForm, ExportInput } from '../../../../renderer/exchange/export/export-input';
import { answer, at, mar, request, vitals } from './answers';

/** The library's own form. */
export function libraryForm(id: string): FormDefinition {
  const file = resolve(import.meta.dirname, `../../../../renderer/content/library/forms/${id}.json`);
  const form = parseForm(JSON.parse(readFileSync(file, 'utf8')), id);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

const signature = {
  person: 'u1',
  name: 'A. Moreau',
  role: 'nurse',
  meaning: 'authored',
  signedAt: at('07:00'),
  signedWith: 'pin',
} as const;

function version(entry: string, response: FormResponse, more: Partial<FormVersion> = {}): FormVersion {
  return { entry, response, occurredAt: at('06:50'), at: at('07:00'), by: 'u1', signature, accepted: [], ...more };
}

/** A form with its versions: the first signed, the others amendments. */
export function signed(
  serial: string,
  form: string,
  patient: string,
  ...responses: readonly FormResponse[]
): SignedForm {
  const versions = responses.map((response, index) =>
    version(`e-${serial}-${index}`, response, index === 0 ? {} : { reason: 'misread', corrects: `e-${serial}-0` }),
  );
  return { serial, book: 'o1', form, version: '0.1.0', patient, versions, conflicts: [] };
}

const ana: BoardPatient = {
  id: 'p-ana',
  family: 'GARCÍA',
  given: 'Ana María',
  birthDate: '1951-03-02',
  sex: 'female',
  mrn: '0009000131',
  visitNumber: 'V555',
  ward: '7B',
  bed: '1-2',
  allergyStatus: 'listed',
  allergies: [{ substance: 'Penicillin', reaction: 'rash', severity: 'severe' }],
  snapshotAsOf: at('05:00'),
  presence: 'present',
  writtenHere: ['allergyStatus', 'allergies', 'bed'],
  links: [],
  sameAs: [],
  movedAt: at('06:30'),
  moves: [
    { entry: 'm1', kind: 'transferred', occurredAt: at('06:30'), bed: '1-2', ward: '7B', by: 'u1', at: at('06:31') },
  ],
  changes: [{ entry: 'c1', facts: { allergies: [] }, by: 'u1', at: at('06:05') }],
};

const unknown: BoardPatient = {
  id: 'p-unknown',
  family: '',
  given: '',
  alias: 'UNKNOWN-MALE-BRAVO',
  ageEstimateYears: 40,
  sex: 'male',
  mrn: '777',
  downtimeNumber: 'D-7B-0001-Z',
  ward: '7B',
  bed: '2-3',
  allergyStatus: 'unable-to-obtain',
  allergies: [],
  presence: 'discharged',
  writtenHere: [],
  sameAs: [],
  changes: [],
  arrivedAt: at('05:40'),
  arrivalWritten: { at: at('05:45'), by: 'u1' },
  movedAt: at('08:00'),
  links: [{ entry: 'l1', downtimeNumber: 'D-7B-0001-Z', mrn: '777', by: 'u1', at: at('09:00') }],
  moves: [{ entry: 'm2', kind: 'discharged', occurredAt: at('08:00'), by: 'u1', at: at('08:01') }],
};

const untouched: BoardPatient = {
  id: 'p-other',
  family: 'Other',
  given: 'One',
  mrn: '555',
  allergyStatus: 'none-known',
  allergies: [],
  presence: 'present',
  writtenHere: [],
  moves: [],
  links: [],
  changes: [],
  sameAs: [],
};

const form = (one: SignedForm, id: string): ExportForm => ({ signed: one, definition: libraryForm(id) });

/** An outage of two patients something was written about and one nobody touched. */
export function outage(more: Partial<ExportInput> = {}): ExportInput {
  return {
    outage: { id: 'o1', kind: 'unplanned', ward: '7B', since: at('05:27'), until: at('09:10') },
    patients: [ana, unknown, untouched],
    forms: [
      form(signed('DT-7B-0001-A', 'F06', 'p-ana', vitals(120)), 'F06'),
      form(
        signed(
          'DT-7B-0002-B',
          'F06',
          'p-unknown',
          vitals(180, [answer('next-obs', { valueCoding: { code: '15m', display: '15 minutes' } })]),
          vitals(110),
        ),
        'F06',
      ),
      form(signed('DT-7B-0003-C', 'F04', 'p-ana', mar), 'F04'),
      form(signed('DT-7B-0004-D', 'F10', 'p-ana', request), 'F10'),
    ],
    backEntry: [],
    checklists: [
      { checklist: 'nurse-in-charge', ward: '7B', step: 's1', round: 1, state: 'done', by: '-', at: at('05:30') },
    ],
    people: [{ id: 'u1', name: 'A. Moreau', role: 'nurse' }],
    site: 'H',
    workstation: '7B02',
    version: '0.1.0',
    ledgerHead: 'abc',
    exportedAt: at('10:00'),
    exportedBy: 'A. Moreau',
    upTo: 'd:42',
    ...more,
  };
}

/** SHA-256 as the app hands it in. */
export const sha256 = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** A file of an export as text. */
export function textOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return new TextDecoder().decode(file.bytes);
}
