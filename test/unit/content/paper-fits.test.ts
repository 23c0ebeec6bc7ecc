import { describe, expect, test } from 'vitest';
import { shippedForms } from '../../../renderer/content/forms';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import type { Patient } from '../../../renderer/domain/patient/patient';
import { formSheetPages } from '../../../renderer/exchange/print/form-sheet';
import type { PaperContext } from '../../../renderer/exchange/print/page/context';
import { MAJA } from '../../support/snapshot-patient';

const context: PaperContext = {
  printedAt: '2026-11-22T07:40:00.000+01:00',
  printedBy: 'A. Moreau RN',
  workstation: 'WS-7B-02',
  ward: '7B',
  snapshotAsOf: '2026-11-22T05:15:00.000+01:00',
  drill: false,
  headCode: '7KQ2-M9XC',
};
const patient: Patient = {
  ...MAJA,
  id: 'p',
  mrn: '9000152',
  birthDate: '1939-01-30',
  presence: 'present',
  writtenHere: [],
};
const MOST_PAGES: Readonly<Record<string, number>> = {
  F01: 3,
  F02: 4,
  F04: 6,
  F05: 4,
  F08: 1,
  F09: 3,
  F10: 1,
  F11: 1,
  // The third goes to the blood bank.
  F14: 3,
  // The last is for the status of the stay; medicines of the snapshot take lines of their own.
  F16: 4,
  F19: 3,
  F20: 4,
};
/** A sheet and its back. */
const USUALLY = 2;

describe.each(shippedForms().map(({ definition }) => [definition.id, definition] as const))(
  '%s on paper',
  (id, form) => {
    test.each(['blank', 'prefill'] as const)(
      'fits its pages on A4 and one more at the most on Letter when %s',
      (mode) => {
        const response = prefillForm({
          definition: form,
          response: newResponse(form),
          facts: patient,
          asOf: '2026-11-22T05:15:00+01:00',
        });
        const sheet = { form, serial: 'DT-7B02-0005-K', mode, ...(mode === 'prefill' ? { patient, response } : {}) };
        const [a4, letter] = (['A4', 'Letter'] as const).map((paper) => formSheetPages(sheet, paper, context));
        expect([a4?.tooHigh, letter?.tooHigh]).toEqual([[], []]);
        expect(a4?.pages.length).toBeLessThanOrEqual(MOST_PAGES[id] ?? USUALLY);
        expect(letter?.pages.length).toBeLessThanOrEqual((a4?.pages.length ?? 0) + 1);
      },
    );
  },
);
