import { expect } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { checkResponse } from '../../../renderer/domain/form/check-response';
import { addRow, setAnswers } from '../../../renderer/domain/form/edit-response';
import { fillForm } from '../../../renderer/domain/form/fill-form';
import type { FormDefinition } from '../../../renderer/domain/form/form';
import { indexOf } from '../../../renderer/domain/form/form-index';
import { treeOf } from '../../../renderer/domain/form/form-tree';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { FormResponse, ResponseAnswer } from '../../../renderer/domain/form/response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { textOfAnswers } from '../../../renderer/domain/form/text-of-answer';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';
import { answered, optionOf, pathTo } from '../../support/form-answers';

/** Answers by linkId; a text stands for the option of that code where the question has one, else for itself. */
export type Answers = Readonly<Record<string, ResponseAnswer | string | number | boolean>>;
/** Rows of tables, by the linkId of the table. */
export type Rows = Readonly<Record<string, readonly Answers[]>>;

const { evaluate } = createInProcessEngine();

/** A shipped form, or the test fails. */
export function libraryForm(id: string): FormDefinition {
  const form = shippedForm(id);
  invariant(form, `${id} is shipped`);
  return form;
}

/** An instant of the night of the tests. */
export const at = (time: string): ResponseAnswer => ({ valueDateTime: `2026-11-22T${time}:00+01:00` });
/** A time of the day. */
export const clock = (time: string): ResponseAnswer => ({ valueTime: `${time}:00` });
/** A quantity in one of our units. */
export const quantity = (value: number, code: string, unit = code): ResponseAnswer => ({
  valueQuantity: { value, unit, code, system: 'http://unitsofmeasure.org' },
});

/** A form with these answers. */
export function written(form: FormDefinition, answers: Answers, rows: Rows = {}): FormResponse {
  let response = answered(form, newResponse(form), asAnswers(form, answers));
  for (const [table, list] of Object.entries(rows)) {
    list.forEach((row, index) => {
      response = addRow(form, response, pathTo(form, table));
      for (const [linkId, answer] of Object.entries(asAnswers(form, row))) {
        const path = pathTo(form, linkId).map((step) => (step.linkId === table ? { ...step, index } : step));
        response = setAnswers(form, response, path, [answer]);
      }
    });
  }
  return response;
}

/** What the form makes of these answers: worked-out texts, scores with their words, rules broken. */
export async function workedOut(id: string, answers: Answers, rows: Rows = {}) {
  const form = libraryForm(id);
  const settled = await settleForm({
    definition: form,
    response: written(form, answers, rows),
    changed: 'everything',
    fresh: true,
    evaluate,
  });
  expect(settled.faults).toEqual([]);
  const { response, results } = settled;
  const { scores } = fillForm({ definition: form, response, expressionResults: results });
  const places = treeOf(form, response).byLinkId;
  return {
    response,
    /** Texts of a question at each place it has. */
    texts: (linkId: string): readonly string[] =>
      (places.get(linkId) ?? []).map((slot) => textOfAnswers(slot.item, slot.answers)),
    /** Value and words of a score at each place it has. */
    scores: (linkId: string): readonly (readonly [number | undefined, string | undefined])[] =>
      scores.flatMap(({ item, value, band }) => (item.linkId === linkId ? [[value, band?.text] as const] : [])),
    /** Rules broken: `severity linkId`. */
    broken: checkResponse(form, response, results).flatMap(({ code, severity, linkId }) =>
      code === 'constraint' ? [`${severity} ${linkId}`] : [],
    ),
    /** Questions that must still be answered. */
    wanting: checkResponse(form, response, results).flatMap(({ code, linkId }) =>
      code === 'required' ? [linkId] : [],
    ),
  };
}

function asAnswers(form: FormDefinition, answers: Answers): Readonly<Record<string, ResponseAnswer>> {
  return Object.fromEntries(
    Object.entries(answers).map(([linkId, answer]) => [linkId, asAnswer(form, linkId, answer)]),
  );
}

function asAnswer(form: FormDefinition, linkId: string, answer: Answers[string]): ResponseAnswer {
  if (typeof answer === 'object') return answer;
  if (typeof answer === 'boolean') return { valueBoolean: answer };
  const item = indexOf(form).byLinkId.get(linkId)?.item;
  invariant(item, `${form.id} has ${linkId}`);
  if (typeof answer === 'number') return item.type === 'decimal' ? { valueDecimal: answer } : { valueInteger: answer };
  return item.options.some(({ value }) => value.valueCoding) ? optionOf(form, linkId, answer) : { valueString: answer };
}
