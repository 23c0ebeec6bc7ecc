import type { FormDefinition, FormItem, ItemType } from '../../../renderer/domain/form/form';

type Given = Partial<FormItem> & { readonly linkId: string };

/** An item with every member a parsed form has. */
export function item(type: ItemType, given: Given): FormItem {
  return {
    type,
    text: '',
    code: [],
    required: false,
    repeats: false,
    readOnly: false,
    hidden: false,
    options: [],
    unitOptions: [],
    enableWhen: [],
    enableBehavior: 'all',
    variables: [],
    constraints: [],
    initial: [],
    mimeTypes: [],
    help: [],
    paper: {},
    items: [],
    ...given,
  };
}

/** Options from words. */
export function options(words: string): FormItem['options'] {
  return words.split('|').map((label) => ({
    value: { valueCoding: { code: label, display: label } },
    label,
    exclusive: false,
    initialSelected: false,
  }));
}

/** A form with every member a parsed form has. */
export function form(
  id: string,
  title: string,
  items: readonly FormItem[],
  more: Partial<FormDefinition> = {},
): FormDefinition {
  return {
    id,
    title,
    version: '1.0.0',
    status: 'draft',
    code: [],
    variables: [],
    constraints: [],
    paper: {},
    warnings: [],
    source: {},
    items,
    ...more,
  };
}

/** A laboratory request much like the reference picture: every kind of field on one page. */
export const LAB_REQUEST = form('F10', 'Laboratory request', [
  item('group', {
    linkId: 'specimen',
    text: 'Specimen',
    items: [
      item('date', { linkId: 'taken', text: 'Date taken', required: true }),
      item('time', { linkId: 'taken-at', text: 'Time', required: true }),
      item('string', { linkId: 'taken-by', text: 'Taken by (PRINT name)', required: true }),
    ],
  }),
  item('group', {
    linkId: 'priority-group',
    text: 'Priority',
    items: [
      item('choice', {
        linkId: 'priority',
        text: 'Priority',
        required: true,
        options: options('Life-threatening (phone lab)|Urgent (1 hour)|Routine|Timed sample'),
      }),
    ],
  }),
  item('group', {
    linkId: 'tests-group',
    text: 'Tests',
    items: [
      item('open-choice', {
        linkId: 'tests',
        text: 'Tests',
        repeats: true,
        options: options(
          'FBC|U and E|LFT|CRP|Glucose|Lactate|Troponin|Coagulation|Group and save|Crossmatch|Blood culture|Urine MC and S|Blood gas|D-dimer|TFT|Magnesium',
        ),
      }),
    ],
  }),
  item('group', {
    linkId: 'clinical-group',
    text: 'Clinical details',
    items: [item('text', { linkId: 'clinical', text: 'Clinical details', paper: { rows: 4 } })],
  }),
  item('group', {
    linkId: 'requester',
    text: 'Requester',
    items: [
      item('string', { linkId: 'name', text: 'Name (PRINT) and role', required: true }),
      item('string', { linkId: 'bleep', text: 'Phone or bleep', paper: { boxes: 5 } }),
      item('string', { linkId: 'signature', text: 'Signature' }),
    ],
  }),
  item('group', {
    linkId: 'phoned',
    text: 'Result given by phone',
    repeats: true,
    paper: { rows: 4 },
    items: [
      item('string', { linkId: 'value', text: 'Test and value (read back)', paper: { width: 5 } }),
      item('time', { linkId: 'phoned-at', text: 'Time', paper: { width: 2 } }),
      item('string', { linkId: 'given-by', text: 'Given by' }),
      item('string', { linkId: 'taken-down-by', text: 'Taken by' }),
    ],
  }),
]);
