import { describe, expect, test } from 'vitest';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { ResponseAnswer } from '../../../../renderer/domain/form/response';
import { formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { answered, formOf } from '../../../support/form-answers';
import { MAJA } from '../../../support/snapshot-patient';

const form = formOf([
  { linkId: 'reaction', text: 'Reaction', type: 'boolean' },
  {
    linkId: 'part',
    text: 'Reaction part',
    type: 'group',
    enableWhen: [{ question: 'reaction', operator: '=', answerBoolean: true }],
    item: [
      { linkId: 'signs', text: 'Signs seen', type: 'string' },
      { linkId: 'told', text: 'Doctor told', type: 'boolean' },
      {
        linkId: 'doctor',
        text: 'Name of doctor',
        type: 'string',
        enableWhen: [{ question: 'told', operator: '=', answerBoolean: true }],
      },
    ],
  },
]);
const patient: Patient = { ...MAJA, id: 'p', mrn: '9000152', presence: 'present', writtenHere: [] };
const context = {
  printedAt: '2026-11-22T07:40:00.000+01:00',
  workstation: 'WS-7B-02',
  ward: '7B',
  drill: false,
  headCode: '7KQ2-M9XC',
};

function words(mode: 'prefill' | 'record', answers: Readonly<Record<string, ResponseAnswer>>): string {
  const response = answered(form, newResponse(form), answers);
  const { pages } = formSheetPages({ form, serial: 'DT-7B02-0005-K', mode, patient, response }, 'A4', context);
  return pages
    .map(({ html }) => html)
    .join(' ')
    .replace(/<[^>]*>/g, ' ');
}

describe('a part that is asked only sometimes', () => {
  test('is printed to be written on when nobody has answered what decides it', () => {
    const sheet = words('prefill', {});
    for (const label of ['Reaction part', 'Signs seen', 'Name of doctor', 'only if Doctor told is Yes'])
      expect(sheet).toContain(label);
  });

  test('is printed when the answer calls for it, and not when it does not', () => {
    expect(words('prefill', { reaction: { valueBoolean: true } })).toContain('Signs seen');
    expect(words('prefill', { reaction: { valueBoolean: false } })).not.toContain('Signs seen');
    expect(words('prefill', { reaction: { valueBoolean: true }, told: { valueBoolean: false } })).not.toContain(
      'Name of doctor',
    );
  });

  test('is not on a signed record when it was never asked', () => {
    expect(words('record', {})).not.toContain('Signs seen');
  });
});
