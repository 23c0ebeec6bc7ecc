import { describe, expect, it } from 'vitest';
import { decodeEntry } from '../../../../renderer/domain/ledger/decode';
import { FIRST_PREV, type EntryHead } from '../../../../renderer/domain/ledger/entry';

const head: EntryHead = {
  id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
  book: 'workstation',
  subject: 'workstation',
  device: 'd1',
  seq: 1,
  lamport: 1,
  at: '2026-11-22T05:27:00.000+01:00',
  by: '-',
  type: 'workstation.set-up',
  v: 1,
  prev: FIRST_PREV,
};
const payload = { site: 'General', ward: '7B', workstation: 'WS-7B-02' };

describe('decodeEntry', () => {
  it('answers the entry when type, version and members are right', () => {
    expect(decodeEntry(head, payload)).toEqual({ ok: true, value: { ...head, payload } });
  });

  it.each([
    ['unknown-type', { ...head, type: 'coffee.made' }, payload],
    ['newer-shape', { ...head, v: 2 }, payload],
    ['broken-payload', head, { site: 'General', ward: '7B' }],
    ['broken-payload', head, { ...payload, ward: 7 }],
    ['broken-payload', head, null],
    ['broken-payload', head, [payload]],
  ] as const)('refuses with %s when the stored entry is not one of ours', (code, h, p) => {
    expect(decodeEntry(h, p)).toEqual({ ok: false, error: code });
  });

  it('upcasts step by step when the payload is of an older version', () => {
    const upcasters = {
      'workstation.set-up': { 0: (p: Readonly<Record<string, unknown>>) => ({ ...p, workstation: p['pc'] }) },
    };
    const old = { site: 'General', ward: '7B', pc: 'WS-7B-02' };
    expect(decodeEntry({ ...head, v: 0 }, old, upcasters)).toMatchObject({
      ok: true,
      value: { payload: { workstation: 'WS-7B-02' } },
    });
    expect(decodeEntry({ ...head, v: 0 }, old)).toEqual({ ok: false, error: 'broken-payload' });
  });
});
