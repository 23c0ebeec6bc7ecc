import { describe, expect, it } from 'vitest';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import type { BackEntryItem } from '../../../../renderer/domain/reconciliation/back-entry-item';
import {
  claimItem,
  markItem,
  releaseItem,
  reopenItem,
  verifyItem,
} from '../../../../renderer/domain/reconciliation/commands';
import { projectMarks } from '../../../../renderer/domain/reconciliation/projection';
import { findItem, reconcile } from '../../../../renderer/domain/reconciliation/queue';
import { dose, order } from '../../../support/back-entry';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const NOW = '2026-11-22T08:52:00.000+01:00';
const ENDED = { id: 'o1', down: false };
const ITEMS = [
  dose('S1', 'dose-1', { waitsFor: [{ serial: 'S1', item: 'order-1' }] }),
  order('S1', 'order-1'),
  dose('S2', 'dose-1', { patient: 'p-abdi' }),
];
const DOSE = { serial: 'S1', item: 'dose-1' };
const ORDER = { serial: 'S1', item: 'order-1' };
const FREE = { serial: 'S2', item: 'dose-1' };

const view = (entries: readonly Entry[], items: readonly BackEntryItem[] = ITEMS, down = false) =>
  reconcile({ ...ENDED, down }, items, projectMarks(entries));

function mark(
  pc: TestLedger,
  key: typeof DOSE,
  by: string,
  as: 'entered' | 'scanned' | 'not-needed' = 'entered',
  reason = 'r',
) {
  pc.append(NOW, accepted(markItem(view(pc.entries), { ...key, as, reason }, { by })));
}

const stateOf = (pc: TestLedger, key: typeof DOSE) => findItem(view(pc.entries), key)?.state;

describe('markItem', () => {
  it('writes one fact under the serial with the reference of the EHR', () => {
    expect(accepted(markItem(view([]), { ...ORDER, as: 'entered', ref: ' RX-88 ' }, { by: 'u1' }))).toEqual([
      { book: 'o1', subject: 'S1', by: 'u1', type: 'item.marked', payload: { ...ORDER, as: 'entered', ref: 'RX-88' } },
    ] satisfies NewEntry[]);
  });

  it('refuses a dose whose order is not entered and says which', () => {
    expect(refused(markItem(view([]), { ...DOSE, as: 'entered' }, { by: 'u1' }))).toEqual({
      code: 'waits-for',
      items: [{ ...ORDER, label: 'Order · order-1', owner: 'pharmacy' }],
    });
  });

  it('accepts the dose when its order is settled', () => {
    const pc = new TestLedger('pc1');
    mark(pc, ORDER, 'u-pharmacist');
    expect(stateOf(pc, DOSE)).toBe('to-enter');
    mark(pc, DOSE, 'u1');
    expect(stateOf(pc, DOSE)).toBe('entered');
  });

  it('refuses not needed without a reason', () => {
    expect(refused(markItem(view([]), { ...FREE, as: 'not-needed', reason: ' ' }, { by: 'u1' })).code).toBe(
      'reason-missing',
    );
    expect(markItem(view([]), { ...DOSE, as: 'not-needed', reason: 'never given' }, { by: 'u1' }).ok).toBe(true);
  });

  it('refuses everything before the official all-clear', () => {
    expect(refused(markItem(view([], ITEMS, true), { ...FREE, as: 'entered' }, { by: 'u1' })).code).toBe('still-down');
  });

  it('names who entered it when somebody did already', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    expect(refused(markItem(view(pc.entries), { ...FREE, as: 'entered' }, { by: 'u2' }))).toEqual({
      code: 'already-marked',
      as: 'entered',
      by: 'u1',
      at: NOW,
    });
  });

  it('refuses an item nobody knows', () => {
    expect(refused(markItem(view([]), { serial: 'S1', item: 'nothing', as: 'entered' }, { by: 'u1' })).code).toBe(
      'unknown-item',
    );
  });

  it('accepts what policy left out when somebody enters it all the same', () => {
    const left = [dose('S8', 'd', { disposition: 'not-needed' })];
    expect(view([], left).items[0]).toMatchObject({ state: 'not-needed', byPolicy: true });
    expect(markItem(view([], left), { serial: 'S8', item: 'd', as: 'entered' }, { by: 'u1' }).ok).toBe(true);
  });
});

describe('verifyItem and reopenItem', () => {
  it('refuses the person who marked it', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    expect(refused(verifyItem(view(pc.entries), FREE, { by: 'u1' })).code).toBe('same-person');
  });

  it('is verified when a second person looked', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    pc.append(NOW, accepted(verifyItem(view(pc.entries), FREE, { by: 'u2' })));
    expect(findItem(view(pc.entries), FREE)).toMatchObject({
      state: 'verified',
      mark: { by: 'u1' },
      check: { by: 'u2' },
    });
  });

  it('refuses to verify what nobody entered', () => {
    expect(refused(verifyItem(view([]), FREE, { by: 'u2' })).code).toBe('not-marked');
  });

  it('takes back verification and mark, and what waits for it waits again', () => {
    const pc = new TestLedger('pc1');
    mark(pc, ORDER, 'u1');
    pc.append(NOW, accepted(verifyItem(view(pc.entries), ORDER, { by: 'u2' })));
    const facts = accepted(reopenItem(view(pc.entries), { ...ORDER, reason: 'wrong drug' }, { by: 'u3' }));
    expect(facts.map((fact) => [fact.type, fact.corrects])).toEqual([
      ['item.reopened', 'pc1-2'],
      ['item.reopened', 'pc1-1'],
    ]);
    pc.append(NOW, facts);
    expect(stateOf(pc, ORDER)).toBe('to-enter');
    expect(stateOf(pc, DOSE)).toBe('waiting');
    expect(refused(reopenItem(view(pc.entries), { ...ORDER, reason: 'again' }, { by: 'u3' })).code).toBe('not-marked');
  });
});

describe('claimItem and releaseItem', () => {
  it('keep an item in one hand until it is released or taken over', () => {
    const pc = new TestLedger('pc1');
    pc.append(NOW, accepted(claimItem(view(pc.entries), FREE, { by: 'u1' })));
    expect(refused(markItem(view(pc.entries), { ...FREE, as: 'entered' }, { by: 'u2' }))).toMatchObject({
      code: 'claimed-by-other',
      by: 'u1',
    });
    expect(refused(releaseItem(view(pc.entries), FREE, { by: 'u2' })).code).toBe('claimed-by-other');
    expect(accepted(claimItem(view(pc.entries), FREE, { by: 'u1' }))).toEqual([]);
    pc.append(NOW, accepted(claimItem(view(pc.entries), { ...FREE, takeOver: true }, { by: 'u2' })));
    expect(findItem(view(pc.entries), FREE)?.claimedBy?.by).toBe('u2');
    pc.append(NOW, accepted(releaseItem(view(pc.entries), FREE, { by: 'u2' })));
    expect(refused(releaseItem(view(pc.entries), FREE, { by: 'u2' })).code).toBe('not-claimed');
  });
});
