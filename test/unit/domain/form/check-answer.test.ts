import { describe, expect, test } from 'vitest';
import { absentAnswer } from '../../../../renderer/domain/form/answer-values';
import { findingsOn } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const options = ['x', 'y'].map((code) => ({ valueCoding: { system: 's', code, display: code.toUpperCase() } }));
const x = { valueCoding: { system: 's', code: 'x', display: 'X' } };
const y = { valueCoding: { system: 's', code: 'y', display: 'Y' } };
const none = {
  valueCoding: { system: 's', code: 'none' },
  extension: [hl7('questionnaire-optionExclusive', { valueBoolean: true })],
};

describe('an answer', () => {
  test.each<[string, object, readonly object[], readonly string[]]>([
    ['is missing but not needed', { type: 'string' }, [], []],
    ['is needed and missing', { type: 'string', required: true }, [], ['required error']],
    ['is needed and said to be not known', { type: 'string', required: true }, [absentAnswer('asked-unknown')], []],
    [
      'is needed and blank',
      { type: 'string', required: true },
      [{ valueString: '  ' }],
      ['required error', 'wrong-type error'],
    ],
    [
      'is needed, missing, but hidden',
      { type: 'string', required: true, extension: [hl7('questionnaire-hidden', { valueBoolean: true })] },
      [],
      [],
    ],
    ['is of another type', { type: 'integer' }, [{ valueString: '5' }], ['wrong-type error']],
    ['is a decimal where a whole number is asked', { type: 'integer' }, [{ valueDecimal: 5 }], ['wrong-type error']],
    ['is a number written as text', { type: 'integer' }, [{ valueInteger: '5' }], ['wrong-type error']],
    ['is a fraction called integer', { type: 'integer' }, [{ valueInteger: 5.5 }], ['wrong-type error']],
    ['is beyond 32 bits', { type: 'integer' }, [{ valueInteger: 3_000_000_000 }], ['wrong-type error']],
    ['has no value', { type: 'integer' }, [{}], ['wrong-type error']],
    ['has two values', { type: 'integer' }, [{ valueInteger: 5, valueString: '5' }], ['wrong-type error']],
    ['has an unknown kind of value', { type: 'integer' }, [{ valueHumanName: {} }], ['wrong-type error']],
    [
      'is a coding without code and words',
      { type: 'choice' },
      [{ valueCoding: { system: 's' } }],
      ['wrong-type error'],
    ],
    ['is a quantity without a number', { type: 'quantity' }, [{ valueQuantity: { unit: 'mg' } }], ['wrong-type error']],
    [
      'is a second one where one is taken',
      { type: 'integer' },
      [{ valueInteger: 1 }, { valueInteger: 2 }],
      ['too-many error'],
    ],
    ['is one of the options', { type: 'choice', answerOption: options }, [x], []],
    [
      'is none of the options',
      { type: 'choice', answerOption: options },
      [{ valueCoding: { system: 's', code: 'q' } }],
      ['not-an-option error'],
    ],
    [
      'has an option’s code without its system',
      { type: 'choice', answerOption: options },
      [{ valueCoding: { code: 'x' } }],
      ['not-an-option error'],
    ],
    [
      'has an option’s code and other words',
      { type: 'choice', answerOption: options },
      [{ valueCoding: { system: 's', code: 'x', display: 'Y' } }],
      ['not-an-option warning'],
    ],
    [
      'is text where only options are taken',
      { type: 'choice', answerOption: options },
      [{ valueString: 'x' }],
      ['wrong-type error'],
    ],
    [
      'is text where options may be text',
      { type: 'choice', answerOption: [{ valueString: 'x' }] },
      [{ valueString: 'x' }],
      [],
    ],
    ['is text of an open choice', { type: 'open-choice', answerOption: options }, [{ valueString: 'else' }], []],
    [
      'is a foreign coding of an open choice',
      { type: 'open-choice', answerOption: options },
      [{ valueCoding: { system: 't', code: 'x' } }],
      ['not-an-option error'],
    ],
    [
      'is text because the value set could not be listed',
      { type: 'choice', answerValueSet: 'http://far' },
      [{ valueString: 'x' }],
      [],
    ],
    [
      'is another number than the proposals',
      { type: 'integer', answerConstraint: 'optionsOrType', answerOption: [{ valueInteger: 1 }] },
      [{ valueInteger: 2 }],
      [],
    ],
    [
      'is another number than the options',
      { type: 'integer', answerOption: [{ valueInteger: 1 }] },
      [{ valueInteger: 2 }],
      ['not-an-option error'],
    ],
    [
      'is exclusive and alone',
      { type: 'choice', repeats: true, answerOption: [...options, none] },
      [{ valueCoding: none.valueCoding }],
      [],
    ],
    [
      'is exclusive and not alone',
      { type: 'choice', repeats: true, answerOption: [...options, none] },
      [x, { valueCoding: none.valueCoding }],
      ['exclusive error'],
    ],
    ['is chosen twice', { type: 'choice', repeats: true, answerOption: options }, [x, y, x], ['too-many warning']],
  ])('%s', (_, question, answers, expected) => {
    expect(findingsOn(question, ...answers)).toEqual(expected);
  });
});
