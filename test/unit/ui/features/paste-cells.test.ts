import { expect, test } from 'vitest';
import { createFormSession } from '../../../../renderer/app/form-session';
import { everyNode } from '../../../../renderer/domain/form/filled-form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { textOfAnswers } from '../../../../renderer/domain/form/text-of-answer';
import { cellsOfText, pasteCells } from '../../../../renderer/ui/features/forms/rows/paste-cells';
import { isTable } from '../../../../renderer/ui/features/forms/rows/row-words';
import { formOf } from '../../../support/form-answers';

const NOW = '2026-11-22T07:41:00.000+01:00';
const unit = (code: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',
  valueCoding: { system: 'http://unitsofmeasure.org', code, display: code },
});
const definition = formOf([
  {
    linkId: 'io',
    type: 'group',
    text: 'Intake',
    repeats: true,
    item: [
      { linkId: 'at', type: 'time', text: 'Time' },
      { linkId: 'ml', type: 'integer', text: 'Volume' },
      { linkId: 'kind', type: 'choice', text: 'Kind', answerOption: [{ valueCoding: { code: 'o', display: 'Oral' } }] },
      { linkId: 'dose', type: 'quantity', text: 'Dose', extension: [unit('mg'), unit('g')] },
      { linkId: 'sum', type: 'integer', text: 'Sum', readOnly: true },
    ],
  },
]);

function open() {
  const session = createFormSession({
    definition,
    draft: {
      id: 'd',
      outage: 'o',
      form: 'T1',
      version: '1',
      patient: 'p',
      author: 'a',
      updatedAt: NOW,
      response: newResponse(definition),
    },
    evaluate: async () => [],
    fresh: true,
    now: () => NOW,
    keep: async () => undefined,
    drop: async () => undefined,
    signResponse: async () => ({ ok: false, error: { code: 'x' } }),
  });
  const rows = () => {
    for (const node of everyNode(session.live.get().filled.nodes)) if (node.kind === 'rows') return node;
    throw new Error('no rows');
  };
  const paste = (text: string, row = 0, column = 0) =>
    pasteCells(session, rows(), { row, column }, cellsOfText(text), NOW);
  const shown = () =>
    rows().rows.map((row) =>
      row.children.map((node) => (node.kind === 'question' ? textOfAnswers(node.item, node.answers) : '')).join('|'),
    );
  return { paste, shown, rows };
}

test('cells of a sheet are spread over rows, added where missing, when they fit', () => {
  const { paste, shown } = open();
  expect(paste('0710\t200\toral\t5 mg\r\n0800\t12o\t\t2 g\r\n')).toEqual({ written: 6, left: ['12o'] });
  expect(shown()).toEqual(['07:10|200|Oral|5 mg|', '08:00|||2 g|']);
});

test('nothing is guessed and everything left is told when a cell does not fit', () => {
  const { paste, shown } = open();
  expect(paste('noon\tmuch\tTube\t5\t12\t7')).toEqual({ written: 0, left: ['noon', 'much', 'Tube', '5', '12', '7'] });
  expect(shown().at(-1)).toBe('||||');
});

test('what is there stays when an empty cell is pasted over it', () => {
  const { paste, shown } = open();
  paste('0710\t200');
  expect(paste('\t300')).toEqual({ written: 1, left: [] });
  expect(shown()).toEqual(['07:10|300|||']);
});

test('a question with several answers makes cards of its rows, so that a cell never drops one', () => {
  const { rows } = open();
  expect(isTable(rows())).toBe(true);
  const item = { ...rows().item, items: rows().item.items.map((each) => ({ ...each, repeats: true })) };
  expect(isTable({ ...rows(), item })).toBe(false);
});
