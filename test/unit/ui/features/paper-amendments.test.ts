import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { FormVersion, SignedForm } from '../../../../renderer/domain/form/forms-state';
import { paperAmendments } from '../../../../renderer/ui/features/forms/signed/paper-amendments';

const at = '2026-11-22T07:41:00.000+01:00';
const signature = {
  person: 'u1',
  name: 'A. Moreau',
  role: 'nurse',
  meaning: 'authored',
  signedAt: at,
  signedWith: 'pin',
} as const;
const version: FormVersion = {
  entry: 'e1',
  response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
  occurredAt: at,
  at,
  by: 'u1',
  signature,
  accepted: [],
};
const form: SignedForm = {
  serial: 'DT-7B-0001-A',
  book: 'o1',
  form: 'F06',
  version: '1',
  patient: 'p1',
  versions: [version],
  conflicts: [],
};
const t = ((key: string, details: object) => `${key} ${JSON.stringify(details)}`) as unknown as TFunction<'forms'>;

test('paper says nothing about corrections when the form stands as it was signed', () => {
  expect(paperAmendments(form, t)).toEqual([]);
});

test('paper says why and by whom when the form was struck through or corrected', () => {
  const corrected = { ...version, entry: 'e2', reason: 'Monitor shows 114', corrects: 'e1' };
  const struck = { entry: 'e3', reason: 'Wrong patient', at, by: 'u1', signature };
  const said = paperAmendments({ ...form, versions: [version, corrected], struck }, t);
  expect(said.map(({ kind }) => kind)).toEqual(['struck-through', 'corrected']);
  expect(said[0]?.text).toContain('Wrong patient');
  expect(said[1]?.text).toMatch(/"count":2.*Monitor shows 114.*A\. Moreau.*07:41/);
});
