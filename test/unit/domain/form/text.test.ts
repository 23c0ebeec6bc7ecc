import { describe, expect, test } from 'vitest';
import { absentAnswer } from '../../../../renderer/domain/form/answer-values';
import { textOfAnswer, textOfAnswers } from '../../../../renderer/domain/form/text-of-answer';
import { unsafeIn } from '../../../../renderer/domain/form/unsafe-text';
import { formOf } from '../../../support/form-answers';

const unit = (code: string, display = code) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit', valueCoding: { code, display } }],
});

function textOf(question: object, answer: object): string {
  const item = formOf([{ linkId: 'q', text: 'Q', ...question }]).items[0];
  return item ? textOfAnswer(item, answer) : '';
}

describe('an answer reads', () => {
  test.each<[object, object, string]>([
    [{ type: 'boolean' }, { valueBoolean: false }, 'No'],
    [{ type: 'integer' }, { valueInteger: 1250 }, '1250'],
    [{ type: 'integer', ...unit('mL') }, { valueInteger: 1250 }, '1,250 mL'],
    [{ type: 'decimal', ...unit('Cel') }, { valueDecimal: 38.4 }, '38.4 °C'],
    [{ type: 'integer', ...unit('mm[Hg]') }, { valueInteger: 92 }, '92 mmHg'],
    [{ type: 'decimal' }, { valueDecimal: 1e-7 }, '0.0000001'],
    [{ type: 'quantity' }, { valueQuantity: { value: 12500.5, unit: 'units', code: '[IU]' } }, '12,500.5 units'],
    [{ type: 'quantity' }, { valueQuantity: { value: 5, comparator: '<', unit: 'mg' } }, 'less than 5 mg'],
    [{ type: 'date' }, { valueDate: '1980-08-14' }, '14-Aug-1980'],
    [{ type: 'date' }, { valueDate: '1980-08' }, 'Aug-1980'],
    [{ type: 'date' }, { valueDate: '1980-13-01' }, '1980-13-01'],
    [{ type: 'dateTime' }, { valueDateTime: '2026-11-22T07:41:00+01:00' }, '22-Nov-2026 07:41'],
    [{ type: 'dateTime' }, { valueDateTime: '2026-11-22T07:41:30.5-05:00' }, '22-Nov-2026 07:41:30.5'],
    [{ type: 'time' }, { valueTime: '07:05:00' }, '07:05'],
    [
      { type: 'choice', answerOption: [{ valueCoding: { system: 's', code: 'x', display: 'Option X' } }] },
      { valueCoding: { system: 's', code: 'x' } },
      'Option X',
    ],
    [{ type: 'attachment' }, { valueAttachment: { title: 'wound.jpg' } }, 'wound.jpg'],
    [{ type: 'reference' }, { valueReference: { reference: 'Patient/1', display: 'Ward 7B' } }, 'Ward 7B'],
    [{ type: 'integer' }, absentAnswer('asked-unknown'), 'Not known'],
    [{ type: 'integer' }, absentAnswer('not-performed', 'patient asleep'), 'Not done: patient asleep'],
    [{ type: 'integer' }, {}, ''],
  ])('%j %j as %s', (question, answer, expected) => {
    expect(textOf(question, answer)).toBe(expected);
  });

  test('with all its answers when there are several', () => {
    const item = formOf([{ linkId: 'q', type: 'string', repeats: true }]).items[0];
    expect(item && textOfAnswers(item, [{ valueString: 'a' }, {}, { valueString: 'b' }])).toBe('a; b');
  });
});

describe('a text that can be misread', () => {
  test.each([
    ['insulin 10U', '10U'],
    ['heparin 5000 u now', '5000 u'],
    ['heparin 5,000 IU', '5,000 IU'],
    ['morphine 5.0 mg', '5.0'],
    ['warfarin .5 mg', '.5'],
    ['furosemide QD', 'QD'],
    ['digoxin q.o.d.', 'q.o.d.'],
    ['MSO4 now', 'MSO4'],
    ['MgSO4 2 g', 'MgSO4'],
    ['MS 10 mg IV', 'MS'],
    ['digoxin 125 µg', '125 µg'.slice(2)],
    ['saline 50 cc', '50 cc'.slice(1)],
  ])('is found in %j', (text, found) => {
    expect(unsafeIn(text).map((each) => each.found)).toEqual([found]);
  });

  test.each([
    'morphine 5 mg',
    'warfarin 0.5 mg',
    'MS since 2019, walks with a stick',
    'BP 120/80',
    'version 5.0',
    'insulin 10 units daily',
    'vitamin D 1,000 units',
    'CU 5',
    'U and E',
    'pH 7.0',
    '10.05 mg',
    'success',
    'bed 12u/7',
  ])('is not found in %j', (text) => {
    expect(unsafeIn(text)).toEqual([]);
  });

  test('is looked for quickly when the text is long', () => {
    const start = performance.now();
    unsafeIn('1'.repeat(50_000));
    unsafeIn('1.0'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
