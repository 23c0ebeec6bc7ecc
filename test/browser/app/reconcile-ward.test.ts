import { describe, expect, it } from 'vitest';
import type { BackEntryOwner } from '../../../renderer/domain/form/form';
import { OWNERS, type QueueItem } from '../../../renderer/domain/reconciliation/queue';
import { BIG_END, openBigOutage } from '../../support/big-outage';

/** Whose work is done by whom: six groups of people, as on a ward of that size. */
const DESK: Readonly<Record<BackEntryOwner, string>> = {
  registration: 'registration',
  nursing: 'nursing',
  pharmacy: 'pharmacy',
  physician: 'physician',
  laboratory: 'laboratory',
  'blood-bank': 'laboratory',
  imaging: 'laboratory',
  'medical-records': 'records',
};

describe('an outage of 24 patients and 300 forms', () => {
  it(
    'is reconciled to zero by six desks, in order, each line checked by a second person',
    { timeout: 180_000 },
    async () => {
      const { box, world, outage, forms } = await openBigOutage();
      expect(forms).toBeGreaterThanOrEqual(300);
      const items = (): readonly QueueItem[] => box.reconcile.view()?.items ?? [];
      const key = ({ serial, item }: QueueItem) => ({ serial, item });
      expect(new Set(items().map(({ owner }) => owner))).toEqual(new Set(OWNERS));

      const waiting = items().find(({ state, label }) => state === 'waiting' && label.startsWith('Dose'));
      const early = waiting && (await box.reconcile.mark({ ...key(waiting), as: 'entered' }, 'nursing-1'));
      expect(early).toMatchObject({ ok: false, error: { code: 'waits-for' } });

      // Round after round: what waited comes up when the desk before it is done.
      const order: string[] = [];
      for (let round = 0; round < 6 && items().some(({ state }) => state === 'to-enter'); round += 1)
        for (const item of items().filter(({ state }) => state === 'to-enter')) {
          const as = item.disposition === 'scan' ? 'scanned' : 'entered';
          const marked = await box.reconcile.mark({ ...key(item), as }, `${DESK[item.owner]}-1`);
          expect(marked.ok).toBe(true);
          order.push(item.key);
        }
      expect(items().filter(({ state }) => state === 'to-enter' || state === 'waiting')).toEqual([]);
      const place = new Map(order.map((one, index) => [one, index]));
      const early2 = items().filter((item) =>
        item.waitsFor?.some(
          ({ serial, item: id }) => (place.get(`${serial}/${id}`) ?? -1) > (place.get(item.key) ?? 0),
        ),
      );
      expect(early2).toEqual([]);

      for (const item of items().filter(({ state }) => state === 'entered'))
        expect((await box.reconcile.verify(key(item), `${DESK[item.owner]}-2`)).ok).toBe(true);

      for (const page of [1, 3])
        expect((await box.returnedPaper.file({ serial: 'DTB-7B-000001', page }, 'records-1')).ok).toBe(true);
      // Its scan was confirmed above; were it not, page 2 would be asked for.
      expect(box.returnedPaper.missing()).toEqual([]);

      expect(box.reconcile.burnDown()?.points.at(-1)?.open).toBe(0);
      expect(box.reconcile.closeCheck()).toMatchObject({ ready: true, openItems: 0, reasons: [] });
      expect(await box.reconcile.close({}, 'am')).toMatchObject({ ok: false, error: { code: 'ward-not-signed-off' } });
      for (const { ward } of box.reconcile.wards()) expect((await box.reconcile.signOff({ ward }, 'am')).ok).toBe(true);
      expect((await box.reconcile.close({ note: 'whole' }, 'am')).ok).toBe(true);
      const closed = world.ledger.entries.at(-1);
      expect(closed).toMatchObject({
        type: 'reconciliation.closed',
        book: outage,
        payload: { openItems: 0, wards: ['7B'] },
      });
      const said = closed?.type === 'reconciliation.closed' ? closed.payload : undefined;
      expect(said && said.entered + said.scanned + said.notNeeded).toBe(items().length);
      expect(box.state.get().world.outages.events[0]).toMatchObject({ stage: 'closed', until: BIG_END });
    },
  );

  it('gives paper for it: doses by bed, a control sheet per patient, a cover per sheet, the certificate', async () => {
    const { box } = await openBigOutage();
    const pages = async (kind: Parameters<typeof box.backEntryPaper.pages>[0]): Promise<string> => {
      const made = await box.backEntryPaper.pages(kind);
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      return made.value.join('');
    };
    const doses = await pages('doses');
    expect(doses).toContain('ceftriaxone');
    expect(doses).toContain('NOT YET');
    expect((await pages('control')).match(/data-page="1"/g)).toHaveLength(25);
    expect(await pages('covers')).toContain('DTB-7B-000001');
    expect(await pages('certificate')).toContain('not signed off');
  });
});
