import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { checkResponse } from '../../../renderer/domain/form/check-response';
import { addRow, setAnswers } from '../../../renderer/domain/form/edit-response';
import { fillForm } from '../../../renderer/domain/form/fill-form';
import type { FormDefinition } from '../../../renderer/domain/form/form';
import type { SignedForm } from '../../../renderer/domain/form/forms-state';
import { treeOf } from '../../../renderer/domain/form/form-tree';
import type { FormResponse, ResponseAnswer } from '../../../renderer/domain/form/response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { textOfAnswers } from '../../../renderer/domain/form/text-of-answer';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';
import { pathTo } from '../../support/form-answers';

const { evaluate } = createInProcessEngine();

/** A form of the library, or the test fails. */
export function shipped(id: string): FormDefinition {
  const form = shippedForm(id);
  invariant(form, `${id} is shipped`);
  return form;
}

/** A new row of a table with answers by linkId; `above` are the rows the table stands in. */
export function withRow(
  form: FormDefinition,
  response: FormResponse,
  table: string,
  answers: Readonly<Record<string, ResponseAnswer>>,
  ...above: readonly number[]
): FormResponse {
  const path = pathTo(form, table, ...above);
  const more = addRow(form, response, path);
  const places = treeOf(form, more).byLinkId.get(table) ?? [];
  const index = (places[above[0] ?? 0] ?? places[0])?.inner.length ?? 1;
  const row = [...path.slice(0, -1), { linkId: table, index: index - 1 }];
  return Object.entries(answers).reduce(
    (now, [linkId, answer]) => setAnswers(form, now, [...row, { linkId, index: 0 }], [answer]),
    more,
  );
}

/** A form at rest: what is worked out, what it says and what is wrong with it. */
export async function settled(form: FormDefinition, response: FormResponse) {
  const rest = await settleForm({ definition: form, response, changed: 'everything', fresh: true, evaluate });
  invariant(rest.faults.length === 0, JSON.stringify(rest.faults));
  const tree = treeOf(form, rest.response);
  const filled = fillForm({ definition: form, response: rest.response, expressionResults: rest.results });
  return {
    response: rest.response,
    /** The answers of a question as text, empty when there is none. */
    text: (linkId: string): string =>
      (tree.byLinkId.get(linkId) ?? []).map(({ item, answers }) => textOfAnswers(item, answers)).join(' | '),
    /** What a score means. */
    band: (linkId: string): string | undefined => filled.scores.find(({ item }) => item.linkId === linkId)?.band?.text,
    findings: checkResponse(form, rest.response, rest.results),
    /** linkIds where a rule of the form is broken, with its severity. */
    broken: checkResponse(form, rest.response, rest.results).flatMap(({ code, linkId, severity }) =>
      code === 'constraint' ? [`${linkId} ${severity}`] : [],
    ),
  };
}

/** The form as one person signed it at 08:00. */
export function signedBy(form: FormDefinition, response: FormResponse): SignedForm {
  const signature = {
    person: 'u',
    name: 'A. Moreau RN',
    role: 'nurse',
    meaning: 'authored',
    signedAt: '2026-11-22T08:00:00+01:00',
    signedWith: 'pin',
  } as const;
  return {
    serial: 'DT-7B-0005',
    book: 'o',
    form: form.id,
    version: form.version,
    patient: 'p1',
    versions: [
      {
        entry: 'e0',
        response,
        occurredAt: '2026-11-22T07:41:00+01:00',
        at: '2026-11-22T08:00:00+01:00',
        by: 'u',
        signature,
        accepted: [],
      },
    ],
    conflicts: [],
  };
}
