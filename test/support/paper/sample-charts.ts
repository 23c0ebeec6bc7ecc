import type { FormResponse, ResponseItem } from '../../../renderer/domain/form/response';
import { form, item, options } from './sample-forms';

/** An observation chart: one set of observations a column. */
export const OBSERVATIONS = form(
  'F06',
  'Downtime observation chart (uses NEWS2 scoring)',
  [
    item('dateTime', { linkId: 'at', text: 'Date and time', required: true }),
    item('group', {
      linkId: 'breathing',
      text: 'Breathing',
      items: [
        item('integer', {
          linkId: 'rr',
          text: 'Respiratory rate',
          unit: { display: '/min' },
          paper: { note: '≤8 3 · 9–11 1 · 12–20 0 · 21–24 2 · ≥25 3' },
        }),
        item('integer', {
          linkId: 'spo2',
          text: 'Oxygen saturation',
          unit: { display: '%' },
          paper: { note: '≤91 3 · 92–93 2 · 94–95 1 · ≥96 0' },
        }),
        item('choice', {
          linkId: 'o2',
          text: 'Oxygen',
          options: letters('A Air|NC Nasal cannula|M Mask|V Ventilator'),
        }),
        item('decimal', { linkId: 'flow', text: 'Oxygen flow', unit: { display: 'L/min' } }),
      ],
    }),
    item('group', {
      linkId: 'circulation',
      text: 'Circulation',
      items: [
        item('integer', {
          linkId: 'sys',
          text: 'Systolic',
          unit: { display: 'mmHg' },
          paper: { note: '≤90 3 · 91–100 2 · 101–110 1 · 111–219 0 · ≥220 3' },
        }),
        item('integer', { linkId: 'dia', text: 'Diastolic', unit: { display: 'mmHg' } }),
        item('integer', {
          linkId: 'hr',
          text: 'Heart rate',
          unit: { display: '/min' },
          paper: { note: '≤40 3 · 41–50 1 · 51–90 0 · 91–110 1 · 111–130 2 · ≥131 3' },
        }),
      ],
    }),
    item('choice', {
      linkId: 'acvpu',
      text: 'Consciousness',
      options: letters('A Alert|C New confusion|V Voice|P Pain|U Unresponsive'),
    }),
    item('decimal', {
      linkId: 'temp',
      text: 'Temperature',
      unit: { display: '°C' },
      paper: { note: '≤35.0 3 · 35.1–36.0 1 · 36.1–38.0 0 · 38.1–39.0 1 · ≥39.1 2' },
    }),
    item('integer', {
      linkId: 'news',
      text: 'NEWS2 total',
      readOnly: true,
      score: { parts: ['rr'], bands: [{ from: 0, to: 4, text: 'Low', level: 'none' }] },
    }),
    item('boolean', { linkId: 'told', text: 'Doctor told' }),
    item('string', { linkId: 'by', text: 'Initials', required: true }),
  ],
  { paper: { sets: 12, landscape: true } },
);

function letters(words: string): ReturnType<typeof options> {
  return words.split('|').map((word) => {
    const [prefix = '', ...label] = word.split(' ');
    return {
      value: { valueCoding: { code: prefix } },
      prefix,
      label: label.join(' '),
      exclusive: false,
      initialSelected: false,
    };
  });
}

/** A set of observations at a time of 22 November. */
export function observationSet(time: string, hr: number): FormResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [
      { linkId: 'at', answer: [{ valueDateTime: `2026-11-22T${time}:00+01:00` }] },
      {
        linkId: 'breathing',
        item: [
          { linkId: 'rr', answer: [{ valueInteger: 18 }] },
          { linkId: 'spo2', answer: [{ valueInteger: 96 }] },
          { linkId: 'o2', answer: [{ valueCoding: { code: 'NC' } }] },
          { linkId: 'flow', answer: [{ valueDecimal: 2 }] },
        ],
      },
      {
        linkId: 'circulation',
        item: [
          { linkId: 'sys', answer: [{ valueInteger: 118 }] },
          { linkId: 'dia', answer: [{ valueInteger: 71 }] },
          { linkId: 'hr', answer: [{ valueInteger: hr }] },
        ],
      },
      { linkId: 'acvpu', answer: [{ valueCoding: { code: 'A' } }] },
      { linkId: 'temp', answer: [{ valueDecimal: 37.4 }] },
      { linkId: 'news', answer: [{ valueInteger: 3 }] },
      { linkId: 'told', answer: [{ valueBoolean: true }] },
      { linkId: 'by', answer: [{ valueString: 'AM' }] },
    ],
  };
}

/** A medication administration record: an order at the left, its doses across. */
export const MEDICINES = form(
  'F04',
  'Medication administration record',
  [
    item('group', {
      linkId: 'regular',
      text: 'Regular medicines',
      repeats: true,
      paper: { rows: 6 },
      items: [
        item('string', {
          linkId: 'drug',
          text: 'Medicine (approved name, PRINT)',
          required: true,
          paper: { width: 12 },
        }),
        item('string', { linkId: 'dose', text: 'DOSE and unit', required: true, paper: { width: 4 } }),
        item('string', { linkId: 'route', text: 'Route', required: true, paper: { width: 3 } }),
        item('string', { linkId: 'frequency', text: 'Frequency', required: true, paper: { width: 5 } }),
        item('string', { linkId: 'prescriber', text: 'Prescriber and signature', paper: { width: 8 } }),
        item('date', { linkId: 'stop', text: 'Stop', paper: { leaveOut: 'always' } }),
        item('string', { linkId: 'last', text: 'Last given', paper: { width: 4 } }),
        item('group', {
          linkId: 'given',
          text: 'Given',
          repeats: true,
          paper: { columns: 7 },
          items: [
            item('time', { linkId: 'due', text: 'Due' }),
            item('time', { linkId: 'given-at', text: 'Given at' }),
            item('string', { linkId: 'given-dose', text: 'Dose or code' }),
            item('string', { linkId: 'given-by', text: 'Initials' }),
          ],
        }),
      ],
    }),
    item('group', {
      linkId: 'roster',
      text: 'Initials',
      repeats: true,
      paper: { rows: 4 },
      items: [
        item('string', { linkId: 'r-name', text: 'Name (PRINT)' }),
        item('string', { linkId: 'r-role', text: 'Role' }),
        item('string', { linkId: 'r-initials', text: 'Initials', paper: { width: 1 } }),
        item('string', { linkId: 'r-sign', text: 'Signature' }),
      ],
    }),
  ],
  { paper: { landscape: true } },
);

const ehr = (valueString: string): NonNullable<ResponseItem['answer']> => [
  {
    valueString,
    extension: [
      {
        url: 'https://downtime-box.invalid/fhir/StructureDefinition/from-snapshot',
        valueDateTime: '2026-11-22T06:15:00+01:00',
      },
    ],
  },
];

/** Two medicines copied from the EHR, the first given once. */
export const MEDICINES_FROM_EHR: FormResponse = {
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  item: [
    {
      linkId: 'regular',
      item: [
        { linkId: 'drug', answer: ehr('amoxicillin with clavulanic acid') },
        { linkId: 'dose', answer: ehr('1.2 g') },
        { linkId: 'route', answer: ehr('IV') },
        { linkId: 'frequency', answer: ehr('every 8 hours') },
        { linkId: 'last', answer: ehr('22-Nov 02:00') },
        {
          linkId: 'given',
          item: [
            { linkId: 'due', answer: [{ valueTime: '10:00:00' }] },
            { linkId: 'given-at', answer: [{ valueTime: '10:20:00' }] },
            { linkId: 'given-dose', answer: [{ valueString: '1.2 g' }] },
            { linkId: 'given-by', answer: [{ valueString: 'AM' }] },
          ],
        },
      ],
    },
    {
      linkId: 'regular',
      item: [
        { linkId: 'drug', answer: ehr('enoxaparin') },
        { linkId: 'dose', answer: ehr('40 mg') },
        { linkId: 'route', answer: ehr('subcutaneous') },
        { linkId: 'frequency', answer: ehr('once daily 22:00') },
        { linkId: 'last', answer: ehr('21-Nov 22:05') },
      ],
    },
  ],
};
