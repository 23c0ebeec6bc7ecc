import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../../renderer/domain/ledger/entry';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { completenessAudit } from '../../../../renderer/domain/reconciliation/audit';
import { projectBackEntryLog, wardSignOffs } from '../../../../renderer/domain/reconciliation/back-entry-log';
import { burnDown } from '../../../../renderer/domain/reconciliation/burn-down';
import {
  closeBackEntry,
  signOffWard,
  undoSignOff,
  type ClosingScene,
} from '../../../../renderer/domain/reconciliation/close-back-entry';
import {
  handOverAll,
  handOverItem,
  markItem,
  claimItem,
  verifyItem,
} from '../../../../renderer/domain/reconciliation/commands';
import { downtimeNotes } from '../../../../renderer/domain/reconciliation/downtime-note';
import { eventItems } from '../../../../renderer/domain/reconciliation/event-items';
import { itemAge } from '../../../../renderer/domain/reconciliation/item-age';
import { completeSheets, missingPages } from '../../../../renderer/domain/reconciliation/missing-pages';
import { filePage, setPageAside, unfilePage } from '../../../../renderer/domain/reconciliation/page-commands';
import { returnedPages } from '../../../../renderer/domain/reconciliation/pages';
import { projectMarks } from '../../../../renderer/domain/reconciliation/projection';
import { reconcile } from '../../../../renderer/domain/reconciliation/queue';
import { dose, order } from '../../../support/back-entry';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
const BACK = at('08:37');
const ITEMS = [order('S1', 'order-1'), dose('S2', 'dose-1'), dose('S3', 'note', { priority: 6, dataClass: 'notes' })];
const viewOf = (pc: TestLedger, items = ITEMS) => reconcile({ id: 'o1', down: false }, items, projectMarks(pc.entries));
const key = (serial: string, item: string) => ({ serial, item });

function enter(pc: TestLedger, hhmm: string, serial: string, item: string, by = 'u1'): void {
  pc.append(at(hhmm), accepted(markItem(viewOf(pc), { serial, item, as: 'entered' }, { by })));
}

describe('handing over', () => {
  it('puts a line into the hands of the one named, who alone may mark it', () => {
    const pc = new TestLedger('pc1');
    pc.append(BACK, accepted(handOverItem(viewOf(pc), { ...key('S2', 'dose-1'), to: 'u2' }, { by: 'u1' })));
    expect(refused(markItem(viewOf(pc), { ...key('S2', 'dose-1'), as: 'entered' }, { by: 'u1' }))).toMatchObject({
      code: 'claimed-by-other',
      by: 'u2',
    });
    expect(markItem(viewOf(pc), { ...key('S2', 'dose-1'), as: 'entered' }, { by: 'u2' }).ok).toBe(true);
  });

  it('gives everything in hand to another at the end of a shift and nothing of others', () => {
    const pc = new TestLedger('pc1');
    pc.append(BACK, accepted(claimItem(viewOf(pc), key('S1', 'order-1'), { by: 'u1' })));
    pc.append(BACK, accepted(claimItem(viewOf(pc), key('S2', 'dose-1'), { by: 'u1' })));
    pc.append(BACK, accepted(claimItem(viewOf(pc), key('S3', 'note'), { by: 'u9' })));
    expect(refused(handOverAll(viewOf(pc), { to: 'u2' }, { by: 'u5' }))).toEqual({ code: 'not-claimed' });
    pc.append(BACK, accepted(handOverAll(viewOf(pc), { to: 'u2' }, { by: 'u1' })));
    expect(viewOf(pc).items.map((item) => item.claimedBy?.by)).toEqual(['u2', 'u2', 'u9']);
  });
});

describe('burnDown', () => {
  it('falls with each mark and tells when it will be empty at the pace of the last hour', () => {
    const pc = new TestLedger('pc1');
    enter(pc, '08:50', 'S1', 'order-1');
    enter(pc, '09:20', 'S2', 'dose-1');
    const down = burnDown(viewOf(pc), BACK, at('09:37'), 2);
    expect(down.points.map((point) => point.open)).toEqual([3, 2, 1]);
    expect(down).toMatchObject({ total: 3, perHour: 2, emptyAtMs: Date.parse(at('10:07')) });
  });

  it('promises no end when nothing was settled in the last hour', () => {
    expect(burnDown(viewOf(new TestLedger('pc1')), BACK, at('12:00')).emptyAtMs).toBeUndefined();
  });
});

describe('itemAge', () => {
  it('turns red for a dose within hours and for a note within days', () => {
    const [, given, note] = viewOf(new TestLedger('pc1')).items;
    expect(given && itemAge(given, BACK, at('12:40'))?.level).toBe('red');
    expect(note && itemAge(note, BACK, at('12:40'))?.level).toBe('in-time');
    expect(given && itemAge(given, BACK, BACK)).toEqual({ ageMs: 0, level: 'in-time' });
  });
});

describe('eventItems', () => {
  const of = (fact: Pick<NewEntry, 'type' | 'payload'>, subject = 'S1', corrects?: string) =>
    ({ book: 'o1', subject, by: 'u1', ...fact, ...(corrects === undefined ? {} : { corrects }) }) as NewEntry;
  const signed = of({
    type: 'form.signed',
    payload: { serial: 'S1', form: 'F10', version: '1.0.0', patient: 'p-1' } as never,
  });

  it('ask the department for the true times of a request and whom a result was phoned to', () => {
    const pc = new TestLedger('pc1');
    pc.append(at('06:00'), [
      signed,
      of({ type: 'request.collected', payload: { occurredAt: at('05:50') } }),
      of({
        type: 'request.called',
        payload: { occurredAt: at('07:10'), givenBy: 'LAB READ TO KOWALSKI', readBack: true },
      }),
    ]);
    const [item] = eventItems(pc.entries, 'o1');
    expect(item).toMatchObject({ owner: 'laboratory', patient: 'p-1', occurredAt: at('05:50'), disposition: 'enter' });
    expect(item?.values.map((value) => value.text)).toEqual([at('05:50'), at('07:10'), 'LAB READ TO KOWALSKI']);
  });

  it('leave out a step that was taken back', () => {
    const pc = new TestLedger('pc1');
    pc.append(at('06:00'), [signed, of({ type: 'request.sent', payload: { occurredAt: at('05:55') } })]);
    pc.append(at('06:10'), [of({ type: 'request-step.undone', payload: { step: 'sent' } }, 'S1', 'pc1-2')]);
    expect(eventItems(pc.entries, 'o1')).toEqual([]);
  });

  it('list a safety event to report and a run of a card as needing nothing', () => {
    const pc = new TestLedger('pc1');
    pc.append(at('06:00'), [
      of({ type: 'incident.logged', payload: { kind: 'safety', text: 'wrong band', occurredAt: at('05:59') } }, 'o1'),
      of({ type: 'incident.logged', payload: { kind: 'note', text: 'tea', occurredAt: at('05:59') } }, 'o1'),
      of({ type: 'run.started', payload: { checklist: 'nurse', ward: '7B', startedAt: at('05:30') } }, 'run-1'),
    ]);
    expect(eventItems(pc.entries, 'o1', () => 'Bedside nurse').map((item) => [item.owner, item.disposition])).toEqual([
      ['nursing', 'enter'],
      ['medical-records', 'not-needed'],
    ]);
  });
});

describe('downtimeNotes', () => {
  it('say from when to when and where the paper is, once per patient', () => {
    const [note, ...rest] = downtimeNotes(ITEMS, { since: at('05:27'), until: BACK, lastedMs: 190 * 60_000 });
    expect(rest).toEqual([]);
    expect(note?.values[0]?.text).toBe(
      'EHR downtime 2026-11-22 05:27 to 08:37 (3 h 10 min). Care in this time is documented on downtime forms F04 (S1, S2, S3). Originals: on the unit until the counts agree, then scanned by medical records. Entries made afterwards carry the true time and the words late entry.',
    );
  });

  it('are not written while the EHR is down', () => {
    expect(downtimeNotes(ITEMS, { since: at('05:27'), lastedMs: 0 })).toEqual([]);
  });
});

describe('returned paper', () => {
  const sheet = { serial: 'D-1', form: 'F04', pages: 3, patient: 'p-lindqvist' };
  const items = [...ITEMS, dose('D-1', 'sheet', { owner: 'medical-records', disposition: 'scan', priority: 6 })];
  const scanned = (image: string, page?: number): NewEntry => ({
    book: 'o1',
    subject: image,
    by: 'u1',
    type: 'page.scanned',
    payload: { image, sha256: 'x', ...(page === undefined ? {} : { serial: 'D-1', page }) },
  });
  const returned = (pc: TestLedger) => returnedPages(projectBackEntryLog(pc.entries), 'o1');
  const scene = (pc: TestLedger) => ({ outage: 'o1', sheets: new Map([['D-1', sheet]]), returned: returned(pc) });
  const missing = (pc: TestLedger) => missingPages([sheet], returned(pc), viewOf(pc, items)).map((one) => one.missing);

  it('says which page of a sheet was not seen, by scan and by hand scanner alike', () => {
    const pc = new TestLedger('pc1');
    expect(missing(pc)).toEqual([[1, 2, 3]]);
    pc.append(BACK, [scanned('i1', 1)]);
    pc.append(BACK, accepted(filePage(scene(pc), { serial: 'D-1', page: 3 }, { by: 'u1' })));
    expect(missing(pc)).toEqual([[2]]);
    expect(accepted(filePage(scene(pc), { serial: 'D-1', page: 3 }, { by: 'u1' }))).toEqual([]);
  });

  it('files a page of the tray, moves it, takes it back and sets it aside without losing it', () => {
    const pc = new TestLedger('pc1');
    pc.append(BACK, [scanned('i2')]);
    expect(returned(pc).tray.map((one) => one.image)).toEqual(['i2']);
    pc.append(BACK, accepted(filePage(scene(pc), { serial: 'D-1', page: 1, image: 'i2' }, { by: 'u1' })));
    pc.append(BACK, accepted(filePage(scene(pc), { serial: 'D-1', page: 2, image: 'i2' }, { by: 'u1' })));
    expect([...(returned(pc).bySerial.get('D-1')?.keys() ?? [])]).toEqual([2]);
    pc.append(BACK, accepted(unfilePage(scene(pc), { serial: 'D-1', page: 2, reason: 'other sheet' }, { by: 'u1' })));
    expect(returned(pc).tray).toHaveLength(1);
    pc.append(BACK, accepted(setPageAside(scene(pc), { image: 'i2', reason: 'empty back' }, { by: 'u1' })));
    expect(returned(pc).tray).toEqual([]);
    expect(returned(pc).images.get('i2')?.setAside?.reason).toBe('empty back');
  });

  it('refuses paper nobody printed, a page it does not have, and words without a reason', () => {
    const pc = new TestLedger('pc1');
    pc.append(BACK, [scanned('i1', 1)]);
    expect(refused(filePage(scene(pc), { serial: 'X', page: 1 }, { by: 'u' }))).toEqual({
      code: 'unknown-sheet',
      serial: 'X',
    });
    expect(refused(filePage(scene(pc), { serial: 'D-1', page: 4 }, { by: 'u' }))).toMatchObject({
      code: 'no-such-page',
      of: 3,
    });
    expect(refused(setPageAside(scene(pc), { image: 'i1', reason: ' ' }, { by: 'u' }))).toEqual({
      code: 'reason-missing',
    });
  });

  it('proposes a sheet as scanned only when every page has a picture', () => {
    const pc = new TestLedger('pc1');
    pc.append(BACK, [scanned('i1', 1), scanned('i2', 2)]);
    pc.append(BACK, accepted(filePage(scene(pc), { serial: 'D-1', page: 3 }, { by: 'u1' })));
    expect(completeSheets([sheet], returned(pc), viewOf(pc, items))).toEqual([]);
    pc.append(BACK, [scanned('i3', 3)]);
    expect(completeSheets([sheet], returned(pc), viewOf(pc, items))).toMatchObject([{ serial: 'D-1', item: 'sheet' }]);
  });
});

describe('completenessAudit', () => {
  const patient = (id: string, more: Partial<Patient> = {}): Patient => ({
    id,
    family: id,
    given: '',
    allergyStatus: 'none-known',
    allergies: [],
    presence: 'present',
    writtenHere: [],
    ...more,
  });
  const audit = (items: readonly ReturnType<typeof dose>[], board: readonly Patient[]) =>
    completenessAudit({
      view: viewOf(new TestLedger('pc1'), [...items]),
      waiting: [],
      board,
      drafts: [],
      missing: [],
      returned: new Set(),
    }).map((one) => [one.code, one.patient]);

  it('names a dose that stands on no list and in no order, and no other', () => {
    const morphine = { name: 'Morphine sulfate', dose: '2.5 mg' };
    const given = dose('S2', 'dose-1', { patient: 'p-1' });
    expect(audit([given], [patient('p-1')])).toEqual([['dose-without-order', 'p-1']]);
    expect(audit([given], [patient('p-1', { medicines: [morphine] })])).toEqual([]);
    const ordered = order('S9', 'o', { patient: 'p-1' });
    expect(audit([given, ordered], [patient('p-1')])).toEqual([]);
  });

  it('names allergies nobody asked for and a downtime number nobody linked', () => {
    expect(
      audit(
        [dose('S2', 'note', { patient: 'p-1', priority: 6, dataClass: 'notes' })],
        [patient('p-1', { allergyStatus: 'not-in-snapshot' }), patient('p-2', { downtimeNumber: 'D-7B1-0037-K' })],
      ),
    ).toEqual([
      ['missing-allergies', 'p-1'],
      ['number-not-linked', 'p-2'],
    ]);
  });
});

describe('closing', () => {
  const scene = (pc: TestLedger): ClosingScene => ({
    view: viewOf(pc),
    wards: ['7B', 'ICU'],
    signOffs: wardSignOffs(projectBackEntryLog(pc.entries), 'o1'),
    wardOf: (item) => (item.serial === 'S2' ? 'ICU' : '7B'),
  });
  const check = (pc: TestLedger, serial: string, item: string): void =>
    void pc.append(at('09:00'), accepted(verifyItem(viewOf(pc), key(serial, item), { by: 'u2' })));

  it('waits for the critical lines of each ward and for every ward', () => {
    const pc = new TestLedger('pc1');
    enter(pc, '08:50', 'S1', 'order-1');
    check(pc, 'S1', 'order-1');
    pc.append(BACK, accepted(signOffWard(scene(pc), { ward: '7B' }, { by: 'u1' })));
    expect(refused(signOffWard(scene(pc), { ward: 'ICU' }, { by: 'u1' }))).toEqual({
      code: 'not-ready-to-close',
      openItems: 1,
    });
    enter(pc, '08:55', 'S2', 'dose-1');
    check(pc, 'S2', 'dose-1');
    const now = { now: at('09:30'), by: 'u1' };
    expect(refused(closeBackEntry(scene(pc), {}, now))).toEqual({ code: 'ward-not-signed-off', wards: ['ICU'] });
    pc.append(BACK, accepted(signOffWard(scene(pc), { ward: 'ICU' }, { by: 'u1' })));
    const [closed, retention] = accepted(closeBackEntry(scene(pc), {}, now));
    expect(closed).toMatchObject({ type: 'outage.closed', payload: { openItems: 1, closedAt: at('09:30') } });
    expect(retention).toMatchObject({
      type: 'reconciliation.closed',
      payload: { items: 3, entered: 2, verified: 2, scanned: 0, notNeeded: 0, openItems: 1, wards: ['7B', 'ICU'] },
    });
  });

  it('is stopped again when a ward takes its sign-off back with a reason', () => {
    const pc = new TestLedger('pc1');
    enter(pc, '08:50', 'S1', 'order-1');
    check(pc, 'S1', 'order-1');
    pc.append(BACK, accepted(signOffWard(scene(pc), { ward: '7B' }, { by: 'u1' })));
    expect(refused(undoSignOff(scene(pc), { ward: '7B', reason: '' }, { by: 'u1' }))).toEqual({
      code: 'reason-missing',
    });
    pc.append(BACK, accepted(undoSignOff(scene(pc), { ward: '7B', reason: 'a sheet was found' }, { by: 'u1' })));
    expect(scene(pc).signOffs).toEqual([]);
  });
});
