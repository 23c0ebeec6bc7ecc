import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import { mergeEntries } from '../../../../renderer/domain/ledger/order';
import type { BackEntryItem } from '../../../../renderer/domain/reconciliation/back-entry-item';
import { canClose } from '../../../../renderer/domain/reconciliation/can-close';
import { markItem, reopenItem, verifyItem } from '../../../../renderer/domain/reconciliation/commands';
import { movementItems } from '../../../../renderer/domain/reconciliation/movement-items';
import { projectMarks } from '../../../../renderer/domain/reconciliation/projection';
import { countByOwner, findItem, queueOf, reconcile } from '../../../../renderer/domain/reconciliation/queue';
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

describe('the queues', () => {
  it('come in the order of entry and keep a dose waiting for its order', () => {
    const state = view([]);
    expect(state.items.map((item) => [item.key, item.state])).toEqual([
      ['S1/order-1', 'to-enter'],
      ['S1/dose-1', 'waiting'],
      ['S2/dose-1', 'to-enter'],
    ]);
    expect(queueOf(state, 'nursing').map((item) => item.key)).toEqual(['S1/dose-1', 'S2/dose-1']);
  });

  it('count what is settled, waiting and oldest per owner', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    expect(countByOwner(view(pc.entries))).toEqual([
      { owner: 'nursing', total: 2, settled: 1, verified: 0, waiting: 1, toEnter: 0, oldestOpen: ITEMS[0]?.occurredAt },
      {
        owner: 'pharmacy',
        total: 1,
        settled: 0,
        verified: 0,
        waiting: 0,
        toEnter: 1,
        oldestOpen: ITEMS[1]?.occurredAt,
      },
    ]);
  });

  it('hold back everything of somebody who arrived in downtime until the arrival is entered', () => {
    const arrival = dose('p-new', 'arrival', { patient: 'p-new', priority: 1, owner: 'registration', form: 'ADT' });
    const state = view([], [dose('S9', 'dose-1', { patient: 'p-new' }), arrival]);
    expect(findItem(state, { serial: 'S9', item: 'dose-1' })).toMatchObject({
      state: 'waiting',
      waitingFor: [{ serial: 'p-new', item: 'arrival' }],
    });
  });

  it('make one scan task per sheet, however many of its items stay on paper', () => {
    const paper = [
      dose('S7', 'a', { disposition: 'scan' }),
      dose('S7', 'b', { disposition: 'scan' }),
      dose('S7', 'c', { disposition: 'enter-and-scan' }),
    ];
    const state = view([], paper);
    expect(state.items.map((item) => [item.key, item.owner])).toEqual([
      ['S7/c', 'nursing'],
      ['S7/scan', 'medical-records'],
    ]);
  });

  it('open at 20,000 items in well under a second', () => {
    const many = Array.from({ length: 20_000 }, (_, n) =>
      dose(`S${n % 700}`, `dose-${n}`, { waitsFor: [{ serial: `S${n % 700}`, item: 'x' }] }),
    );
    const before = performance.now();
    expect(view([], many).items).toHaveLength(20_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('a form that changed after it was entered', () => {
  const sign = {
    person: 'u1',
    name: 'A',
    role: 'nurse',
    meaning: 'authored',
    signedAt: NOW,
    signedWith: 'pin',
  } as const;

  const amended = (serial: string): NewEntry => ({
    book: 'o1',
    subject: serial,
    by: 'u1',
    type: 'form.amended',
    payload: {
      serial,
      form: 'F04',
      version: '1',
      patient: 'p-abdi',
      response: { resourceType: 'QuestionnaireResponse', status: 'amended' },
      occurredAt: NOW,
      reason: 'dose',
      signature: sign,
      accepted: [],
    },
  });

  it('is asked for again when it was amended', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    pc.append(NOW, [amended(FREE.serial)]);
    expect(findItem(view(pc.entries), FREE)).toMatchObject({ state: 'to-enter', changedSince: { by: 'u1' } });
    mark(pc, FREE, 'u1');
    expect(stateOf(pc, FREE)).toBe('entered');
  });

  it('asks for a line that was amended away only when it had been entered', () => {
    const gone = ITEMS.map((item) => (item.serial === 'S2' ? { ...item, removed: true } : item));
    expect(findItem(view([], gone), FREE)).toBeUndefined();
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    pc.append(NOW, [amended(FREE.serial)]);
    expect(findItem(view(pc.entries, gone), FREE)).toMatchObject({
      withdrawn: true,
      state: 'to-enter',
      label: ITEMS[2]?.label,
    });
  });

  it('must come out of the EHR when it was struck through', () => {
    const pc = new TestLedger('pc1');
    mark(pc, FREE, 'u1');
    pc.append(NOW, [
      {
        book: 'o1',
        subject: 'S2',
        by: 'u1',
        type: 'form.struck-through',
        payload: { serial: 'S2', reason: 'wrong patient', signature: sign },
      },
    ]);
    const left = ITEMS.filter((item) => item.serial !== 'S2');
    const state = view(pc.entries, left);
    expect(findItem(state, FREE)).toMatchObject({ withdrawn: true, state: 'to-enter' });
    pc.append(
      NOW,
      accepted(markItem(state, { ...FREE, as: 'not-needed', reason: 'taken out of the EHR' }, { by: 'u2' })),
    );
    expect(findItem(view(pc.entries, left), FREE)?.state).toBe('not-needed');
  });
});

describe('a link that was taken back after it was entered', () => {
  it('must come out of the EHR', () => {
    const pc = new TestLedger('pc1');
    const link = { downtimeNumber: 'D-7B1-0037-K', mrn: '9000204' };
    const about = { book: 'o1', subject: 'p-1', by: 'u1' };
    pc.append(NOW, [{ ...about, type: 'patient.linked', payload: link }]);
    const key = { serial: 'p-1', item: 'link:pc1-1' };
    const now = () => view(pc.entries, movementItems(pc.entries, 'o1'));
    pc.append(NOW, accepted(markItem(now(), { ...key, as: 'entered' }, { by: 'u1' })));
    expect(findItem(now(), key)?.state).toBe('entered');
    pc.append(NOW, [{ ...about, type: 'patient.unlinked', payload: { ...link, reason: 'other person' } }]);
    expect(findItem(now(), key)).toMatchObject({ withdrawn: true, state: 'to-enter' });
  });
});

describe('two PCs at once', () => {
  function both() {
    const [pc1, pc2] = [new TestLedger('pc1'), new TestLedger('pc2')];
    mark(pc1, FREE, 'u1');
    mark(pc2, FREE, 'u2');
    pc1.receive(pc2.entries);
    return pc1;
  }

  it('show that an item was perhaps entered twice, until one mark is taken back', () => {
    const pc = both();
    const item = findItem(view(pc.entries), FREE);
    expect(item?.conflict).toBe(true);
    expect(refused(verifyItem(view(pc.entries), FREE, { by: 'u1' })).code).toBe('same-person');
    expect(canClose(view(pc.entries)).reasons).toContainEqual({
      code: 'entered-twice',
      blocks: true,
      count: 1,
      owners: ['nursing'],
    });
    const entry = item?.marks.find((one) => one.by === 'u2')?.entry ?? '';
    pc.append(NOW, accepted(reopenItem(view(pc.entries), { ...FREE, reason: 'double, removed', entry }, { by: 'u2' })));
    expect(findItem(view(pc.entries), FREE)).toMatchObject({ conflict: false, state: 'entered', mark: { by: 'u1' } });
  });

  it('fold to the same queue whatever order the copies come in', () => {
    const pc = both();
    mark(pc, ORDER, 'u3');
    pc.append(NOW, accepted(reopenItem(view(pc.entries), { ...FREE, reason: 'x' }, { by: 'u3' })));
    const all = pc.entries;
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length), (shuffled, cut) => {
        expect(view(mergeEntries(shuffled.slice(cut), shuffled.slice(0, cut)))).toEqual(view(all));
      }),
    );
  });
});

describe('canClose', () => {
  it('names what blocks and what is only counted', () => {
    const vitals = dose('S3', 'vitals', { priority: 6, form: 'F06' });
    const check = canClose(view([], [...ITEMS, vitals]));
    expect(check).toMatchObject({ ready: false, criticalOpen: 3, openItems: 4 });
    expect(check.reasons).toEqual([
      { code: 'critical-open', blocks: true, count: 3, owners: ['pharmacy', 'nursing'] },
      { code: 'open', blocks: false, count: 1, owners: ['nursing'] },
    ]);
  });

  it('is ready when all critical items are entered and verified', () => {
    const pc = new TestLedger('pc1');
    for (const key of [ORDER, DOSE, FREE]) {
      mark(pc, key, 'u1');
      expect(canClose(view(pc.entries)).ready).toBe(false);
      pc.append(NOW, accepted(verifyItem(view(pc.entries), key, { by: 'u2' })));
    }
    expect(canClose(view(pc.entries))).toEqual({ ready: true, criticalOpen: 0, openItems: 0, reasons: [] });
    expect(canClose(view(pc.entries, ITEMS, true)).ready).toBe(false);
  });
});
