import { describe, expect, test } from 'vitest';
import { absentAnswer } from '../../../../renderer/domain/form/answer-values';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { outcomeKey } from '../../../../renderer/domain/form/expression-results';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { formOf } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const own = (name: string, value: object) => ({ url: `https://downtime-box.invalid/fhir/StructureDefinition/${name}`, ...value });
const minMax = (min: object, max: object) => [hl7('minValue', min), hl7('maxValue', max)];
const options = ['x', 'y'].map((code) => ({ valueCoding: { system: 's', code, display: code.toUpperCase() } }));
const x = { valueCoding: { system: 's', code: 'x', display: 'X' } };
const y = { valueCoding: { system: 's', code: 'y', display: 'Y' } };
const none = { valueCoding: { system: 's', code: 'none' }, extension: [hl7('questionnaire-optionExclusive', { valueBoolean: true })] };
const mg = (value: number, unit = 'mg') => ({ valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit } });

/** Codes and severities found for one question with these answers. */
function found(question: object, ...answers: readonly object[]): readonly string[] {
  const form = formOf([{ linkId: 'q', text: 'Dose:', ...question }]);
  const response = { ...newResponse(form), item: answers.length > 0 ? [{ linkId: 'q', answer: answers }] : [] } as FormResponse;
  return checkResponse(form, response).map(({ code, severity }) => `${code} ${severity}`);
}

describe('an answer', () => {
  test.each<[string, object, readonly object[], readonly string[]]>([
    ['is missing but not needed', { type: 'string' }, [], []],
    ['is needed and missing', { type: 'string', required: true }, [], ['required error']],
    ['is needed and said to be not known', { type: 'string', required: true }, [absentAnswer('asked-unknown')], []],
    ['is needed and blank', { type: 'string', required: true }, [{ valueString: '  ' }], ['required error', 'wrong-type error']],
    ['is needed, missing, but hidden', { type: 'string', required: true, extension: [hl7('questionnaire-hidden', { valueBoolean: true })] }, [], []],
    ['is of another type', { type: 'integer' }, [{ valueString: '5' }], ['wrong-type error']],
    ['is a decimal where a whole number is asked', { type: 'integer' }, [{ valueDecimal: 5 }], ['wrong-type error']],
    ['is a number written as text', { type: 'integer' }, [{ valueInteger: '5' }], ['wrong-type error']],
    ['is a fraction called integer', { type: 'integer' }, [{ valueInteger: 5.5 }], ['wrong-type error']],
    ['is beyond 32 bits', { type: 'integer' }, [{ valueInteger: 3_000_000_000 }], ['wrong-type error']],
    ['has no value', { type: 'integer' }, [{}], ['wrong-type error']],
    ['has two values', { type: 'integer' }, [{ valueInteger: 5, valueString: '5' }], ['wrong-type error']],
    ['has an unknown kind of value', { type: 'integer' }, [{ valueHumanName: {} }], ['wrong-type error']],
    ['is a coding without code and words', { type: 'choice' }, [{ valueCoding: { system: 's' } }], ['wrong-type error']],
    ['is a quantity without a number', { type: 'quantity' }, [{ valueQuantity: { unit: 'mg' } }], ['wrong-type error']],
    ['is a second one where one is taken', { type: 'integer' }, [{ valueInteger: 1 }, { valueInteger: 2 }], ['too-many error']],
    ['is one of the options', { type: 'choice', answerOption: options }, [x], []],
    ['is none of the options', { type: 'choice', answerOption: options }, [{ valueCoding: { system: 's', code: 'q' } }], ['not-an-option error']],
    ['has an option’s code without its system', { type: 'choice', answerOption: options }, [{ valueCoding: { code: 'x' } }], ['not-an-option error']],
    ['has an option’s code and other words', { type: 'choice', answerOption: options }, [{ valueCoding: { system: 's', code: 'x', display: 'Y' } }], ['not-an-option warning']],
    ['is text where only options are taken', { type: 'choice', answerOption: options }, [{ valueString: 'x' }], ['wrong-type error']],
    ['is text where options may be text', { type: 'choice', answerOption: [{ valueString: 'x' }] }, [{ valueString: 'x' }], []],
    ['is text of an open choice', { type: 'open-choice', answerOption: options }, [{ valueString: 'else' }], []],
    ['is a foreign coding of an open choice', { type: 'open-choice', answerOption: options }, [{ valueCoding: { system: 't', code: 'x' } }], ['not-an-option error']],
    ['is text because the value set could not be listed', { type: 'choice', answerValueSet: 'http://far' }, [{ valueString: 'x' }], []],
    ['is another number than the proposals', { type: 'integer', answerConstraint: 'optionsOrType', answerOption: [{ valueInteger: 1 }] }, [{ valueInteger: 2 }], []],
    ['is another number than the options', { type: 'integer', answerOption: [{ valueInteger: 1 }] }, [{ valueInteger: 2 }], ['not-an-option error']],
    ['is exclusive and alone', { type: 'choice', repeats: true, answerOption: [...options, none] }, [{ valueCoding: none.valueCoding }], []],
    ['is exclusive and not alone', { type: 'choice', repeats: true, answerOption: [...options, none] }, [x, { valueCoding: none.valueCoding }], ['exclusive error']],
    ['is chosen twice', { type: 'choice', repeats: true, answerOption: options }, [x, y, x], ['too-many warning']],
    ['is at its lowest', { type: 'integer', extension: minMax({ valueInteger: 0 }, { valueInteger: 10 }) }, [{ valueInteger: 0 }], []],
    ['is below its lowest', { type: 'integer', extension: minMax({ valueInteger: 0 }, { valueInteger: 10 }) }, [{ valueInteger: -1 }], ['below-min error']],
    ['is above its highest', { type: 'decimal', extension: minMax({ valueDecimal: 0 }, { valueDecimal: 1.5 }) }, [{ valueDecimal: 1.51 }], ['above-max error']],
    ['is a date too early', { type: 'date', extension: minMax({ valueDate: '2026-01-01' }, { valueDate: '2026-12-31' }) }, [{ valueDate: '2025-12-31' }], ['below-min error']],
    ['is a moment too late', { type: 'dateTime', extension: minMax({ valueDateTime: '2026-01-01' }, { valueDateTime: '2026-12-31T00:00:00Z' }) }, [{ valueDateTime: '2026-12-31T02:30:00+01:00' }], ['above-max error']],
    ['is a time too early', { type: 'time', extension: minMax({ valueTime: '08:00:00' }, { valueTime: '20:00:00' }) }, [{ valueTime: '07:59:00' }], ['below-min error']],
    ['is a quantity above its highest', { type: 'quantity', extension: [hl7('maxValue', mg(5))] }, [mg(6)], ['above-max error']],
    ['is a quantity above a highest in another unit', { type: 'quantity', extension: [hl7('maxValue', mg(5))] }, [mg(6, 'g')], ['bad-unit warning']],
    ['is a quantity against a bare bound', { type: 'quantity', extension: minMax({ valueDecimal: 1 }, { valueDecimal: 5 }) }, [mg(0.5)], ['below-min error']],
    ['is in a unit not offered', { type: 'quantity', extension: [hl7('questionnaire-unitOption', { valueCoding: { code: 'mg' } })] }, [mg(6, 'g')], ['bad-unit error']],
    ['has no unit where one is offered', { type: 'quantity', extension: [hl7('questionnaire-unit', { valueCoding: { code: 'mg' } })] }, [{ valueQuantity: { value: 5 } }], ['bad-unit error']],
    ['has a unit code of no system', { type: 'quantity' }, [{ valueQuantity: { value: 5, code: 'mg' } }], ['bad-unit warning']],
    ['has too many decimals', { type: 'decimal', extension: [hl7('maxDecimalPlaces', { valueInteger: 1 })] }, [{ valueDecimal: 36.55 }], ['too-many-decimals error']],
    ['has its decimals in an exponent', { type: 'decimal', extension: [hl7('maxDecimalPlaces', { valueInteger: 6 })] }, [{ valueDecimal: 1e-7 }], ['too-many-decimals error']],
    ['is too long', { type: 'string', maxLength: 3 }, [{ valueString: 'abcd' }], ['too-long error']],
    ['is as long as allowed in letters beyond the basic plane', { type: 'string', maxLength: 3 }, [{ valueString: '😀😀😀' }], []],
    ['is too short', { type: 'string', extension: [hl7('minLength', { valueInteger: 3 })] }, [{ valueString: 'ab' }], ['too-short error']],
    ['does not match its pattern', { type: 'string', extension: [hl7('regex', { valueString: '[A-Z]{2}\\d' })] }, [{ valueString: 'Ab1' }], ['pattern error']],
    ['matches a pattern some tools wrap', { type: 'string', extension: [hl7('regex', { valueString: "matches('^[0-9]{2}$')" })] }, [{ valueString: '12' }], []],
    ['is a date that does not exist', { type: 'date' }, [{ valueDate: '1950-02-30' }], ['bad-date error']],
    ['is a leap day', { type: 'date' }, [{ valueDate: '2024-02-29' }], []],
    ['is no leap day', { type: 'date' }, [{ valueDate: '1900-02-29' }], ['bad-date error']],
    ['is a moment without zone', { type: 'dateTime' }, [{ valueDateTime: '2026-11-22T05:27:00' }], ['bad-date error']],
    ['is a time without seconds', { type: 'time' }, [{ valueTime: '05:27' }], ['bad-date error']],
    ['is a time that does not exist', { type: 'time' }, [{ valueTime: '24:00:00' }], ['bad-date error']],
    ['is a web address with a space', { type: 'url' }, [{ valueUri: 'http://a b' }], ['wrong-type error']],
    ['is a file of another kind', { type: 'attachment', extension: [hl7('mimeType', { valueCode: 'image/*' })] }, [{ valueAttachment: { contentType: 'application/pdf' } }], ['attachment-type error']],
    ['is a file of an allowed kind', { type: 'attachment', extension: [hl7('mimeType', { valueCode: 'image/*' })] }, [{ valueAttachment: { contentType: 'image/png' } }], []],
    ['is a file too large, whatever it says', { type: 'attachment', extension: [hl7('maxSize', { valueDecimal: 2048 })] }, [{ valueAttachment: { size: 5, data: 'A'.repeat(4000) } }], ['attachment-size error']],
    ['is unusual', { type: 'decimal', extension: [own('softMax', { valueDecimal: 41 })] }, [{ valueDecimal: 41.9 }], ['unusual soft']],
    ['is unusual and impossible', { type: 'decimal', extension: [own('softMax', { valueDecimal: 41 }), ...minMax({ valueDecimal: 0 }, { valueDecimal: 50 })] }, [{ valueDecimal: 60 }], ['above-max error']],
    ['can be misread', { type: 'string' }, [{ valueString: 'insulin 10U' }], ['unsafe-text warning']],
  ])('%s', (_, question, answers, expected) => {
    expect(found(question, ...answers)).toEqual(expected);
  });

  test.each([
    ['minOccurs', 2, [{ valueString: 'a' }], ['too-few error']],
    ['minOccurs', 1, [], ['too-few error']],
    ['maxOccurs', 1, [{ valueString: 'a' }, { valueString: 'b' }], ['too-many error']],
  ] as const)('is counted against %s %i', (name, count, answers, expected) => {
    expect(found({ type: 'string', repeats: true, extension: [hl7(`questionnaire-${name}`, { valueInteger: count })] }, ...answers)).toEqual(expected);
  });

  test('is named by its own label in plain words when it is wrong', () => {
    const form = formOf([{ linkId: 'q', text: 'Temperature:', type: 'decimal', extension: [hl7('questionnaire-unit', { valueCoding: { code: 'Cel', display: 'Cel' } }), own('softMax', { valueDecimal: 41 })] }]);
    const response = { ...newResponse(form), item: [{ linkId: 'q', answer: [{ valueDecimal: 41.9 }] }] };
    expect(checkResponse(form, response).map(({ message }) => message)).toEqual(['Temperature: is 41.9 °C right?']);
  });
});

describe('a response', () => {
  const form = formOf([
    { linkId: 'on', type: 'boolean' },
    { linkId: 'g', type: 'group', text: 'Group', required: true, item: [{ linkId: 'a', type: 'string', required: true, enableWhen: [{ question: 'on', operator: '=', answerBoolean: true }] }] },
    { linkId: 'd', type: 'display', text: 'Read this' },
  ]);
  const check = (item: readonly object[]) => checkResponse(form, { ...newResponse(form), item } as FormResponse).map(({ code, linkId }) => `${code} ${linkId}`);

  test('asks what is needed only among what is on', () => {
    expect(check([{ linkId: 'on', answer: [{ valueBoolean: false }] }])).toEqual(['required g']);
    expect(check([{ linkId: 'on', answer: [{ valueBoolean: true }] }])).toEqual(['required g', 'required a']);
  });

  test.each<[string, readonly object[], string]>([
    ['an unknown item', [{ linkId: 'nowhere', answer: [{ valueString: 'x' }] }], 'unknown-item nowhere'],
    ['an item in the wrong place', [{ linkId: 'a', answer: [{ valueString: 'x' }] }], 'unknown-item a'],
    ['an answer that is switched off', [{ linkId: 'g', item: [{ linkId: 'a', answer: [{ valueString: 'x' }] }] }], 'not-enabled a'],
    ['an answer to a text of the form', [{ linkId: 'd', answer: [{ valueString: 'x' }] }], 'wrong-type d'],
    ['an answer of a group itself', [{ linkId: 'g', answer: [{ valueString: 'x' }] }], 'wrong-type g'],
    ['a group twice that is there once', [{ linkId: 'g', item: [] }, { linkId: 'g', item: [] }], 'too-many g'],
  ])('with %s is told so', (_, items, expected) => {
    expect(check(items)).toContain(expected);
  });

  test('says a broken rule at the place the rule names, or at the top of the form', () => {
    const constraint = (key: string, location?: string) =>
      hl7('questionnaire-constraint', {
        extension: [{ url: 'key', valueId: key }, { url: 'severity', valueCode: 'error' }, { url: 'expression', valueString: 'true' }, { url: 'human', valueString: `broken ${key}` }, ...(location ? [{ url: 'location', valueString: location }] : [])],
      });
    const ruled = formOf([{ linkId: 'g', type: 'group', extension: [constraint('inner', 'a')], item: [{ linkId: 'a', type: 'string' }] }], { extension: [constraint('whole')] });
    const results = new Map([
      [outcomeKey('constraint', 'g[0]', 'inner'), { result: [false] }],
      [outcomeKey('constraint', '', 'whole'), { result: [false] }],
    ]);
    const findings = checkResponse(ruled, newResponse(ruled), results);
    expect(findings.map(({ linkId, path, message }) => [linkId, path.length, message])).toEqual([['', 0, 'broken whole'], ['a', 2, 'broken inner']]);
    const holding = new Map([...results.keys()].map((key) => [key, { result: [true] }]));
    expect(checkResponse(ruled, newResponse(ruled), holding)).toEqual([]);
  });
});
