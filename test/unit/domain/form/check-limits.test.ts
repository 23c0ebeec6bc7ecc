import { describe, expect, test } from 'vitest';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { findingsOn, formOf } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const own = (name: string, value: object) => ({
  url: `https://downtime-box.invalid/fhir/StructureDefinition/${name}`,
  ...value,
});
const minMax = (min: object, max: object) => [hl7('minValue', min), hl7('maxValue', max)];
const mg = (value: number, unit = 'mg') => ({
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
});

describe('an answer', () => {
  test.each<[string, object, readonly object[], readonly string[]]>([
    [
      'is at its lowest',
      { type: 'integer', extension: minMax({ valueInteger: 0 }, { valueInteger: 10 }) },
      [{ valueInteger: 0 }],
      [],
    ],
    [
      'is below its lowest',
      { type: 'integer', extension: minMax({ valueInteger: 0 }, { valueInteger: 10 }) },
      [{ valueInteger: -1 }],
      ['below-min error'],
    ],
    [
      'is above its highest',
      { type: 'decimal', extension: minMax({ valueDecimal: 0 }, { valueDecimal: 1.5 }) },
      [{ valueDecimal: 1.51 }],
      ['above-max error'],
    ],
    [
      'is a date too early',
      { type: 'date', extension: minMax({ valueDate: '2026-01-01' }, { valueDate: '2026-12-31' }) },
      [{ valueDate: '2025-12-31' }],
      ['below-min error'],
    ],
    [
      'is a moment too late',
      {
        type: 'dateTime',
        extension: minMax({ valueDateTime: '2026-01-01' }, { valueDateTime: '2026-12-31T00:00:00Z' }),
      },
      [{ valueDateTime: '2026-12-31T02:30:00+01:00' }],
      ['above-max error'],
    ],
    [
      'is a time too early',
      { type: 'time', extension: minMax({ valueTime: '08:00:00' }, { valueTime: '20:00:00' }) },
      [{ valueTime: '07:59:00' }],
      ['below-min error'],
    ],
    [
      'is a quantity above its highest',
      { type: 'quantity', extension: [hl7('maxValue', mg(5))] },
      [mg(6)],
      ['above-max error'],
    ],
    [
      'is a quantity above a highest in another unit',
      { type: 'quantity', extension: [hl7('maxValue', mg(5))] },
      [mg(6, 'g')],
      ['bad-unit warning'],
    ],
    [
      'is a quantity against a bare bound',
      { type: 'quantity', extension: minMax({ valueDecimal: 1 }, { valueDecimal: 5 }) },
      [mg(0.5)],
      ['below-min error'],
    ],
    [
      'is in a unit not offered',
      { type: 'quantity', extension: [hl7('questionnaire-unitOption', { valueCoding: { code: 'mg' } })] },
      [mg(6, 'g')],
      ['bad-unit error'],
    ],
    [
      'has no unit where one is offered',
      { type: 'quantity', extension: [hl7('questionnaire-unit', { valueCoding: { code: 'mg' } })] },
      [{ valueQuantity: { value: 5 } }],
      ['bad-unit error'],
    ],
    [
      'has a unit code of no system',
      { type: 'quantity' },
      [{ valueQuantity: { value: 5, code: 'mg' } }],
      ['bad-unit warning'],
    ],
    [
      'has too many decimals',
      { type: 'decimal', extension: [hl7('maxDecimalPlaces', { valueInteger: 1 })] },
      [{ valueDecimal: 36.55 }],
      ['too-many-decimals error'],
    ],
    [
      'has its decimals in an exponent',
      { type: 'decimal', extension: [hl7('maxDecimalPlaces', { valueInteger: 6 })] },
      [{ valueDecimal: 1e-7 }],
      ['too-many-decimals error'],
    ],
    ['is too long', { type: 'string', maxLength: 3 }, [{ valueString: 'abcd' }], ['too-long error']],
    [
      'is as long as allowed in letters beyond the basic plane',
      { type: 'string', maxLength: 3 },
      [{ valueString: '😀😀😀' }],
      [],
    ],
    [
      'is too short',
      { type: 'string', extension: [hl7('minLength', { valueInteger: 3 })] },
      [{ valueString: 'ab' }],
      ['too-short error'],
    ],
    [
      'does not match its pattern',
      { type: 'string', extension: [hl7('regex', { valueString: '[A-Z]{2}\\d' })] },
      [{ valueString: 'Ab1' }],
      ['pattern error'],
    ],
    [
      'matches a pattern some tools wrap',
      { type: 'string', extension: [hl7('regex', { valueString: "matches('^[0-9]{2}$')" })] },
      [{ valueString: '12' }],
      [],
    ],
    ['is a date that does not exist', { type: 'date' }, [{ valueDate: '1950-02-30' }], ['bad-date error']],
    ['is a leap day', { type: 'date' }, [{ valueDate: '2024-02-29' }], []],
    ['is no leap day', { type: 'date' }, [{ valueDate: '1900-02-29' }], ['bad-date error']],
    ['is a moment without zone', { type: 'dateTime' }, [{ valueDateTime: '2026-11-22T05:27:00' }], ['bad-date error']],
    ['is a time without seconds', { type: 'time' }, [{ valueTime: '05:27' }], ['bad-date error']],
    ['is a time that does not exist', { type: 'time' }, [{ valueTime: '24:00:00' }], ['bad-date error']],
    ['is a web address with a space', { type: 'url' }, [{ valueUri: 'http://a b' }], ['wrong-type error']],
    [
      'is a file of another kind',
      { type: 'attachment', extension: [hl7('mimeType', { valueCode: 'image/*' })] },
      [{ valueAttachment: { contentType: 'application/pdf' } }],
      ['attachment-type error'],
    ],
    [
      'is a file of an allowed kind',
      { type: 'attachment', extension: [hl7('mimeType', { valueCode: 'image/*' })] },
      [{ valueAttachment: { contentType: 'image/png' } }],
      [],
    ],
    [
      'is a file too large, whatever it says',
      { type: 'attachment', extension: [hl7('maxSize', { valueDecimal: 2048 })] },
      [{ valueAttachment: { size: 5, data: 'A'.repeat(4000) } }],
      ['attachment-size error'],
    ],
    [
      'is unusual',
      { type: 'decimal', extension: [own('softMax', { valueDecimal: 41 })] },
      [{ valueDecimal: 41.9 }],
      ['unusual soft'],
    ],
    [
      'is unusual and impossible',
      {
        type: 'decimal',
        extension: [own('softMax', { valueDecimal: 41 }), ...minMax({ valueDecimal: 0 }, { valueDecimal: 50 })],
      },
      [{ valueDecimal: 60 }],
      ['above-max error'],
    ],
    ['can be misread', { type: 'string' }, [{ valueString: 'insulin 10U' }], ['unsafe-text warning']],
  ])('%s', (_, question, answers, expected) => {
    expect(findingsOn(question, ...answers)).toEqual(expected);
  });

  test.each([
    ['minOccurs', 2, [{ valueString: 'a' }], ['too-few error']],
    ['minOccurs', 1, [], ['too-few error']],
    ['maxOccurs', 1, [{ valueString: 'a' }, { valueString: 'b' }], ['too-many error']],
  ] as const)('is counted against %s %i', (name, count, answers, expected) => {
    expect(
      findingsOn(
        { type: 'string', repeats: true, extension: [hl7(`questionnaire-${name}`, { valueInteger: count })] },
        ...answers,
      ),
    ).toEqual(expected);
  });

  test('is named by its own label in plain words when it is wrong', () => {
    const form = formOf([
      {
        linkId: 'q',
        text: 'Temperature:',
        type: 'decimal',
        extension: [
          hl7('questionnaire-unit', { valueCoding: { code: 'Cel', display: 'Cel' } }),
          own('softMax', { valueDecimal: 41 }),
        ],
      },
    ]);
    const response = { ...newResponse(form), item: [{ linkId: 'q', answer: [{ valueDecimal: 41.9 }] }] };
    expect(checkResponse(form, response).map(({ message }) => message)).toEqual(['Temperature: is 41.9 °C right?']);
  });
});
