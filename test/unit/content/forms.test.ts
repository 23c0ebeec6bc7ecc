import { describe, expect, test } from 'vitest';
import { shippedForm, shippedForms } from '../../../renderer/content/forms';
import { fromSnapshot } from '../../../renderer/domain/form/answer-values';
import { checkResponse } from '../../../renderer/domain/form/check-response';
import { addRow, setAnswers } from '../../../renderer/domain/form/edit-response';
import type { BackEntry, FormDefinition, FormItem } from '../../../renderer/domain/form/form';
import { indexOf } from '../../../renderer/domain/form/form-index';
import { everySlot, treeOf } from '../../../renderer/domain/form/form-tree';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { planOf } from '../../../renderer/domain/form/expression-plan';
import type { FormResponse, ResponseAnswer } from '../../../renderer/domain/form/response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { unsafeIn } from '../../../renderer/domain/form/unsafe-text';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';

const { evaluate } = createInProcessEngine();
const forms = shippedForms().map(({ definition, json }) => [definition.id, definition, json] as const);
const itemsOf = (form: FormDefinition): readonly FormItem[] =>
  [...indexOf(form).byLinkId.values()].map(({ item }) => item);

/** Any right answer of a question: the middle of its usual range, its first option. */
function someAnswer(item: FormItem): ResponseAnswer | undefined {
  const [option] = item.options;
  const number = item.softMin ?? item.minValue?.valueInteger ?? item.minValue?.valueDecimal ?? 1;
  switch (item.type) {
    case 'boolean':
      return { valueBoolean: true };
    case 'integer':
      return { valueInteger: item.linkId === 'bp-dia' ? 60 : Math.ceil(number) };
    case 'decimal':
      return { valueDecimal: number };
    case 'quantity':
      return {
        valueQuantity: {
          value: 5,
          unit: item.unitOptions[0]?.display ?? '',
          code: item.unitOptions[0]?.code ?? '',
          system: 'http://unitsofmeasure.org',
        },
      };
    case 'dateTime':
      return { valueDateTime: '2026-11-22T07:41:00+01:00' };
    case 'date':
      return { valueDate: '2026-11-22' };
    case 'time':
      return { valueTime: '07:41:00' };
    case 'choice':
    case 'open-choice':
      return option?.value;
    case 'string':
    case 'text':
      return { valueString: 'abc' };
    default:
      return undefined;
  }
}

/** Every table with a row, every question that can be filled answered. */
function filledUp(form: FormDefinition): FormResponse {
  let response = newResponse(form);
  for (let pass = 0; pass < 3; pass += 1) {
    for (const slot of everySlot(treeOf(form, response).root)) {
      if (slot.item.type === 'group' && slot.item.repeats && slot.inner.length === 0)
        response = addRow(form, response, slot.path);
      const answer = slot.item.readOnly || slot.answers.length > 0 ? undefined : someAnswer(slot.item);
      if (answer) response = setAnswers(form, response, slot.path, [answer]);
    }
  }
  return response;
}

/** LOINC's check digit: Luhn over the digits before the hyphen (standards.md 7: FiO2 written from memory was wrong). */
function hasLoincCheckDigit(code: string): boolean {
  const [number = '', check = ''] = code.split('-');
  const doubled = [...number]
    .reverse()
    .map((digit, at) =>
      at % 2 === 0 ? [...String(Number(digit) * 2)].reduce((sum, each) => sum + Number(each), 0) : Number(digit),
    );
  return /^\d+$/.test(number) && String((10 - (doubled.reduce((sum, each) => sum + each, 0) % 10)) % 10) === check;
}

describe.each(forms)('%s', (id, form, json) => {
  test('loads without a problem', () => {
    expect(form.warnings).toEqual([]);
    expect(form.source).toEqual(JSON.parse(json));
  });

  test('says id, version, owner, review date, source and that it is a draft', () => {
    expect(form).toMatchObject({
      id,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
      status: 'draft',
      owner: expect.stringMatching(/\w/) as unknown,
      reviewDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
      copyright: expect.stringMatching(/\w/) as unknown,
    });
    expect(form.source['purpose']).toMatch(/^Source: /);
    expect(form.url).toBe(`https://downtime-box.invalid/fhir/Questionnaire/${id}`);
  });

  test('has every expression run when empty and when full, and full answers are right', async () => {
    expect(planOf(form).waiting).toEqual([]);
    const empty = await settleForm({
      definition: form,
      response: newResponse(form),
      changed: 'everything',
      fresh: true,
      evaluate,
    });
    expect(empty.faults).toEqual([]);
    const full = await settleForm({
      definition: form,
      response: filledUp(form),
      changed: 'everything',
      fresh: true,
      evaluate,
    });
    expect(full.faults).toEqual([]);
    const errors = checkResponse(form, full.response, full.results).filter(
      ({ severity, code }) => severity === 'error' && code !== 'not-enabled',
    );
    expect(errors).toEqual([]);
    const scores = itemsOf(form).flatMap(({ score, linkId }) => (score ? [linkId] : []));
    const slots = [...everySlot(treeOf(form, full.response).root)];
    expect(slots.filter(({ item, answers }) => scores.includes(item.linkId) && answers.length === 0)).toEqual([]);
  });

  test('has LOINC codes with right check digits, and no SNOMED', () => {
    const codes = itemsOf(form).flatMap(({ code }) =>
      code.filter(({ system }) => system === 'http://loinc.org').map((each) => each.code ?? ''),
    );
    expect(codes.filter((code) => !hasLoincCheckDigit(code))).toEqual([]);
    expect(json.toLowerCase()).not.toContain('snomed');
  });

  test('has no words of its own that can be misread', () => {
    const words = itemsOf(form).flatMap((item) => [
      item.text,
      item.shortText ?? '',
      item.paper.label ?? '',
      ...item.help,
      ...item.options.map(({ label }) => label),
    ]);
    // Written as what not to write.
    expect(words.filter((text) => !text.includes('never')).flatMap(unsafeIn)).toEqual([]);
  });

  test('has a label on every question and an owner for what must be entered back', () => {
    const items = itemsOf(form);
    expect(
      items.filter(({ text, type }) => text.trim() === '' && type !== 'display').map(({ linkId }) => linkId),
    ).toEqual([]);
    const marks = [form.backEntry, ...items.map(({ backEntry }) => backEntry)].filter(
      (mark): mark is BackEntry => mark !== undefined,
    );
    expect(marks.length).toBeGreaterThan(0);
    const named = marks.flatMap(({ with: others = [], occurred }) => [
      ...others,
      ...(occurred === undefined ? [] : [occurred]),
    ]);
    expect(named.filter((linkId) => !indexOf(form).byLinkId.has(linkId))).toEqual([]);
  });
});

describe('the shipped forms', () => {
  test('are numbered as in the form set, each once', () => {
    const ids = forms.map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining(['F04', 'F06', 'F10']));
    expect(ids.filter((id) => !/^F[0-2]\d[A-Z]?$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have their rules judged when they have some', async () => {
    const lab = shippedForm('F10');
    const timed = lab && lab.items[0]?.items[0]?.options.find(({ value }) => value.valueCoding?.code === 'timed');
    if (!lab || !timed) throw new Error('F10 has a timed sample');
    const response = setAnswers(
      lab,
      newResponse(lab),
      [
        { linkId: 'request', index: 0 },
        { linkId: 'priority', index: 0 },
      ],
      [timed.value],
    );
    const { results } = await settleForm({ definition: lab, response, changed: 'everything', evaluate });
    expect(checkResponse(lab, response, results).filter(({ code }) => code === 'constraint')).toMatchObject([
      { linkId: 'timed-at', message: 'A timed sample needs the time to take it.' },
    ]);
  });

  test('ask a written order for all it needs, and not one from the EHR', async () => {
    const mar = shippedForm('F04');
    if (!mar) throw new Error('F04 is shipped');
    const row = addRow(mar, newResponse(mar), [{ linkId: 'prn', index: 0 }]);
    const drug = [
      { linkId: 'prn', index: 0 },
      { linkId: 'prn-drug', index: 0 },
    ];
    const rulesBroken = async (answer: ResponseAnswer) => {
      const response = setAnswers(mar, row, drug, [answer]);
      const { results } = await settleForm({ definition: mar, response, changed: 'everything', evaluate });
      return checkResponse(mar, response, results).flatMap(({ code, linkId }) =>
        code === 'constraint' ? [linkId] : [],
      );
    };
    expect(await rulesBroken({ valueString: 'Codeine' })).toEqual(['prn-dose', 'prn-prescriber']);
    expect(await rulesBroken(fromSnapshot({ valueString: 'Codeine' }, '2026-11-22T05:15:00+01:00'))).toEqual([]);
  });
});
