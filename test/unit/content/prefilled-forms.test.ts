import { describe, expect, test } from 'vitest';
import { shippedForms } from '../../../renderer/content/forms';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import type { Patient } from '../../../renderer/domain/patient/patient';
import { MAJA } from '../../support/snapshot-patient';
import { settled } from './settled';

/** Somebody of whom everything is known. */
const KNOWN: Patient = {
  ...MAJA,
  id: 'p1',
  birthDate: '1939-01-30',
  sex: 'female',
  mrn: '9000152',
  visitNumber: 'V-77',
  downtimeNumber: 'D-7B02-0001-K',
  ward: '7B',
  bed: '1-3',
  attending: 'Dr Okafor',
  service: 'Surgery',
  codeStatus: 'Full treatment',
  isolation: 'Contact',
  alerts: ['Falls'],
  diagnosis: 'Hip fracture day 2',
  observations: [{ name: 'Heart rate', value: '88', unit: '/min', at: '2026-11-22T05:00:00+01:00' }],
  presence: 'present',
  writtenHere: [],
};

describe.each(shippedForms().map(({ definition }) => [definition.id, definition] as const))('%s', (_id, form) => {
  // Written into a part that is off, a fact would ask on the first screen to be cleared again.
  test('has no answer where nothing is asked when it starts from the snapshot', async () => {
    const started = prefillForm({
      definition: form,
      response: newResponse(form),
      facts: KNOWN,
      asOf: '2026-11-22T05:15:00+01:00',
    });
    const { findings } = await settled(form, started);
    expect(findings.filter(({ code }) => code === 'not-enabled').map(({ linkId }) => linkId)).toEqual([]);
  });
});
