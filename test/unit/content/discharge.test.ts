import { describe, expect, test } from 'vitest';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import { findUnits } from '../../../renderer/domain/form/back-entry-units';
import { enabledSlots } from '../../../renderer/domain/form/enabled';
import { treeOf } from '../../../renderer/domain/form/form-tree';
import { setAnswers } from '../../../renderer/domain/form/edit-response';
import { MAJA } from '../../support/snapshot-patient';
import { optionOf, pathTo } from '../../support/form-answers';
import { type Answers, at, libraryForm, workedOut } from './worked-out';

const form = libraryForm('F19');

describe('a discharge (F19)', () => {
  test('starts with every medicine of the snapshot, and each wants a decision', () => {
    const response = prefillForm({
      definition: form,
      response: newResponse(form),
      facts: MAJA,
      asOf: '2026-11-22T05:15:00+01:00',
    });
    const rows = treeOf(form, response).byLinkId.get('decision') ?? [];
    expect(rows).toHaveLength(MAJA.medicines?.length ?? 0);
    expect(rows.every(({ item, answers }) => item.required && answers.length === 0)).toBe(true);
  });

  test('gives the decision on a medicine of the EHR to the prescriber, though the medicine is known', () => {
    const prefilled = prefillForm({
      definition: form,
      response: newResponse(form),
      facts: MAJA,
      asOf: '2026-11-22T05:15:00+01:00',
    });
    const response = setAnswers(form, prefilled, pathTo(form, 'decision'), [optionOf(form, 'decision', 'stopped')]);
    const tree = treeOf(form, response);
    const units = findUnits(tree, enabledSlots(tree)).filter(({ row }) => row !== '');
    expect(units.map(({ backEntry, context }) => [backEntry.owner, context.map(({ item }) => item.linkId)])).toEqual([
      ['physician', ['medicine', 'dose', 'route', 'frequency']],
    ]);
  });

  test('lets the patient sign, or says that they refused or died', async () => {
    const signs = async (answers: Answers) => (await workedOut('F19', answers)).broken;
    expect(await signs({ disposition: 'home' })).toEqual(['error patient-signed']);
    expect(await signs({ disposition: 'home', 'patient-signed': 'M. Lindqvist' })).toEqual([]);
    expect(await signs({ disposition: 'died' })).toEqual([]);
    expect(await signs({ disposition: 'against-advice', 'refused-to-sign': true })).toEqual([]);
  });

  test('asks what a medicine to go on with needs, and nothing of one that is stopped', async () => {
    const row = (decision: string, more = {}) => ({ medicine: 'Metoprolol', decision, ...more });
    const { broken } = await workedOut(
      'F19',
      { 'patient-signed': 'x' },
      {
        medicines: [row('same'), row('stopped'), row('changed', { dose: '25 mg', frequency: 'twice daily' })],
      },
    );
    expect(broken).toEqual(['error dose']);
  });

  test('asks for results still pending only when there are some', async () => {
    const none = await workedOut('F19', { 'results-pending': false, 'left-at': at('10:00') });
    const some = await workedOut('F19', { 'results-pending': true }, { pending: [{ 'pending-test': 'Culture' }] });
    expect(none.wanting).not.toContain('pending-owner');
    expect(some.wanting).toContain('pending-owner');
  });
});
