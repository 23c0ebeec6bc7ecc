import { describe, expect, it } from 'vitest';
import type { BackEntryItem } from '../../../../renderer/domain/reconciliation/back-entry-item';
import { explainPolicy } from '../../../../renderer/domain/reconciliation/explain-policy';
import { applyPolicy, bandOf, type Policy, type PolicyCell } from '../../../../renderer/domain/reconciliation/policy';
import { dose } from '../../../support/back-entry';

const provenance = { mark: 'S', sources: [] } as const;
const cell = (what: PolicyCell['do'], words = '', limit?: PolicyCell['limit']): PolicyCell => ({
  do: what,
  words,
  ...(limit ? { limit } : {}),
});
const POLICY: Policy = {
  id: 'sample',
  title: 'Sample',
  summary: '',
  version: '1.0.0',
  status: 'draft',
  owner: 'Tests',
  reviewDate: '2027-11-22',
  provenance,
  bands: [
    { id: 'short', title: 'Under 2 h', upToMinutes: 120 },
    { id: 'long', title: '2 h and longer' },
  ],
  rows: [
    {
      dataClass: 'doses',
      owner: 'nursing',
      title: 'Doses given',
      provenance,
      cells: {
        short: cell('enter'),
        long: cell('enter-and-scan', 'last of each drug, all high-alert', 'last-and-notable'),
      },
    },
    {
      dataClass: 'vital-signs',
      owner: 'nursing',
      title: 'Vital signs',
      provenance,
      cells: { short: cell('enter'), long: cell('enter', 'first, last, abnormal', 'first-last-notable') },
    },
    {
      dataClass: 'notes',
      owner: 'nursing',
      title: 'Notes',
      provenance,
      cells: { short: cell('scan'), long: cell('scan') },
    },
    {
      dataClass: 'orders',
      owner: 'physician',
      title: 'Non-drug orders',
      provenance,
      cells: { short: cell('enter'), long: cell('enter', 'ongoing', 'active') },
    },
  ],
};
const H = 3_600_000;
const at = (clock: string): string => `2026-11-22T${clock}:00.000+01:00`;
const given = (item: string, clock: string, more: Partial<BackEntryItem> = {}) =>
  dose('S1', item, { occurredAt: at(clock), series: 'morphine', ...more });
const kept = (items: readonly BackEntryItem[], ms: number) =>
  applyPolicy(items, POLICY, ms).map((item) => [item.item, item.disposition]);

describe('applyPolicy', () => {
  const doses = [given('a', '05:00'), given('b', '06:00'), given('c', '07:00')];

  it('enters every dose when the outage was short', () => {
    expect(kept(doses, H)).toEqual([
      ['a', 'enter'],
      ['b', 'enter'],
      ['c', 'enter'],
    ]);
  });

  it('enters the last of each drug and leaves the rest on scanned paper when it was long', () => {
    expect(kept(doses, 3 * H)).toEqual([
      ['a', 'scan'],
      ['b', 'scan'],
      ['c', 'enter-and-scan'],
    ]);
  });

  it('enters a high-alert dose whatever came after it', () => {
    expect(kept([given('a', '05:00', { notable: true }), given('b', '06:00')], 3 * H)).toEqual([
      ['a', 'enter-and-scan'],
      ['b', 'enter-and-scan'],
    ]);
  });

  it('enters a dose whose drug it does not know, in doubt', () => {
    const unknown = dose('S2', 'x', { occurredAt: at('04:00') });
    expect(kept([unknown, ...doses], 3 * H)[0]).toEqual(['x', 'enter-and-scan']);
  });

  it('keeps first, last and abnormal vital signs', () => {
    const set = (item: string, clock: string, notable = false) =>
      given(item, clock, { series: 'obs', form: 'F06', priority: 6, notable });
    expect(kept([set('a', '05:00'), set('b', '06:00', true), set('c', '07:00'), set('d', '08:00')], 3 * H)).toEqual([
      ['a', 'enter'],
      ['b', 'enter'],
      ['c', 'scan'],
      ['d', 'enter'],
    ]);
  });

  it('leaves completed orders on paper when only running ones are entered', () => {
    const one = (item: string, active: boolean) => given(item, '05:00', { form: 'F03', priority: 6, active });
    expect(kept([one('done', false), one('running', true)], 3 * H)).toEqual([
      ['done', 'scan'],
      ['running', 'enter'],
    ]);
  });

  it('leaves an item as its form says when the policy has no row', () => {
    expect(kept([given('a', '05:00', { dataClass: 'imaging' })], 3 * H)).toEqual([['a', 'enter']]);
  });
});

describe('explainPolicy', () => {
  it('says what a role enters for this length', () => {
    expect(explainPolicy(POLICY, 190 * 60_000, 'nursing')).toEqual({
      text: 'For this outage of 3 h 10 min you enter doses given (last of each drug, all high-alert) and vital signs (first, last, abnormal); the paper of doses given and notes is scanned.',
      enter: ['Doses given (last of each drug, all high-alert)', 'Vital signs (first, last, abnormal)'],
      scan: ['Doses given', 'Notes'],
      notNeeded: [],
      exceptions: [],
    });
  });

  it('says nothing of other owners', () => {
    expect(explainPolicy(POLICY, H, 'imaging').text).toBe('For this outage of 1 h you enter nothing.');
  });

  it('changes the column exactly at its limit', () => {
    expect([bandOf(POLICY, 2 * H - 1)?.id, bandOf(POLICY, 2 * H)?.id]).toEqual(['short', 'long']);
  });
});
