import { checkResponse } from '../../renderer/domain/form/check-response';
import { setAnswers } from '../../renderer/domain/form/edit-response';
import type { AnswerPath, FormDefinition } from '../../renderer/domain/form/form';
import { indexOf } from '../../renderer/domain/form/form-index';
import { newResponse } from '../../renderer/domain/form/new-response';
import { parseForm } from '../../renderer/domain/form/parse/parse-form';
import type { FormResponse, ResponseAnswer } from '../../renderer/domain/form/response';

/** A form from its items, or the test fails with the reader's problems. */
export function formOf(items: readonly unknown[], more: Record<string, unknown> = {}): FormDefinition {
  const form = parseForm({
    resourceType: 'Questionnaire',
    id: 'T1',
    version: '1',
    status: 'draft',
    ...more,
    item: items,
  });
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

/** The path of an item in its first rows. */
export function pathTo(form: FormDefinition, linkId: string, ...rows: readonly number[]): AnswerPath {
  const found = indexOf(form).byLinkId.get(linkId);
  if (!found) throw new Error(`no item ${linkId}`);
  return [
    ...found.ancestors.map(({ item }, at) => ({ linkId: item.linkId, index: rows[at] ?? 0 })),
    { linkId, index: 0 },
  ];
}

/** Answers by linkId, set one after the other. */
export function answered(
  form: FormDefinition,
  response: FormResponse,
  answers: Readonly<Record<string, ResponseAnswer | readonly ResponseAnswer[]>>,
): FormResponse {
  return Object.entries(answers).reduce((now, [linkId, answer]) => {
    const list = Array.isArray(answer) ? (answer as readonly ResponseAnswer[]) : [answer as ResponseAnswer];
    return setAnswers(form, now, pathTo(form, linkId), list);
  }, response);
}

/** A coding of one of a question's own options, by code. */
export function optionOf(form: FormDefinition, linkId: string, code: string): ResponseAnswer {
  const option = indexOf(form)
    .byLinkId.get(linkId)
    ?.item.options.find(({ value }) => value.valueCoding?.code === code);
  if (!option) throw new Error(`no option ${code} in ${linkId}`);
  return option.value;
}

/** Codes and severities found for one question with these answers. */
export function findingsOn(question: object, ...answers: readonly object[]): readonly string[] {
  const form = formOf([{ linkId: 'q', text: 'Dose:', ...question }]);
  const response = {
    ...newResponse(form),
    item: answers.length > 0 ? [{ linkId: 'q', answer: answers }] : [],
  } as FormResponse;
  return checkResponse(form, response).map(({ code, severity }) => `${code} ${severity}`);
}
