import { expect, test } from 'vitest';
import { type BoxPorts, type Core, createCore } from '../../../renderer/app/core';
import { CLOSED_BOX } from '../../../renderer/app/box-state';
import { createLive } from '../../../renderer/app/live';
import type { IntakeItem } from '../../../renderer/app/intake-port';
import { createCensusUse } from '../../../renderer/app/use-census';
import { createIntakeUse } from '../../../renderer/app/use-intake';
import { PortFailure, type SignedIn } from '../../../renderer/app/ports';
import { DEFAULT_SETTINGS } from '../../../renderer/app/settings';
import type { Snapshot } from '../../../renderer/domain/patient/patient';
import { readCensus } from '../../../renderer/exchange/census/read-census';
import { createMemoryIntake } from '../../support/memory-intake';

const NOW = '2026-11-22T05:27:00.000+01:00';
const SIGNED_IN: SignedIn = {
  person: { id: 'p', name: 'Okafor', role: 'nurse', hasPin: true },
  with: 'pin',
  since: NOW,
};

function table(rows: number, from = 1): string {
  const lines = Array.from({ length: rows }, (_, n) => `${n + from},DOE${n},Jane,1950-03-25,7B-${n + from}`);
  return `MRN,Last,First,DOB,Bed\n${lines.join('\n')}\n`;
}

let made = 0;
function picked(files: Readonly<Record<string, string>>, modifiedAt = '2026-11-22T04:15:00.000Z'): IntakeItem {
  const all = Object.entries(files).map(([name, text]) => ({
    name,
    modifiedAt,
    bytes: new TextEncoder().encode(text),
  }));
  return { n: ++made, source: 'folder', at: '2026-11-22T04:16:00.000Z', files: all };
}

function message(event: string, mrn: number, bed: string, at: string): IntakeItem {
  const text = `MSH|^~\\&|E|H|||${at}||ADT^${event}|${mrn}|P|2.5.1\rPID|1||${mrn}^^^H^MR||DOE^JANE||19500325|F\rPV1|1|I|7B^^${bed}\r`;
  const files = [{ name: 'message.hl7', modifiedAt: at, bytes: new TextEncoder().encode(text) }];
  return { n: ++made, source: 'feed', at: '2026-11-22T04:20:00.000Z', files };
}

function ward({ signedIn = true, failing }: { readonly signedIn?: boolean; readonly failing?: PortFailure } = {}) {
  const intake = createMemoryIntake();
  const stored: Snapshot[] = [];
  let ids = 0;
  const ports = {
    intake,
    clock: { now: () => NOW },
    ids: { newId: () => `id-${++ids}` },
    sha256: async () => 'sum',
    readCensus,
    settings: { write: async () => undefined },
    snapshots: {
      replace: async (snapshot: Snapshot) => {
        if (failing) throw failing;
        stored.push(snapshot);
        return { sha256: 'sum' };
      },
    },
    ledger: { append: async () => ({ entries: [], journal: 'written', database: 'written' }) },
  } as unknown as BoxPorts;
  const state = createLive({ ...CLOSED_BOX, settings: DEFAULT_SETTINGS, signedIn: signedIn ? SIGNED_IN : null });
  const core: Core = createCore(ports, state, () => 'p');
  const use = createIntakeUse(core, createCensusUse(core, readCensus));
  const give = async (...items: readonly IntakeItem[]): Promise<void> => {
    intake.items = [...intake.items, ...items];
    await use.drain();
  };
  const beds = () => state.get().snapshot?.patients.map((one) => one.bed);
  return { intake, state, stored, give, use, beds };
}

test('a list from the folder becomes the snapshot, as old as its file on the clock of the ward', async () => {
  const { give, state, intake } = ward();
  await give(picked({ 'ward.csv': table(12) }));
  expect(state.get().snapshot).toMatchObject({ asOf: '2026-11-22T05:15:00.000+01:00', source: 'ward.csv' });
  expect(state.get().snapshot?.patients).toHaveLength(12);
  expect(intake.kept).toMatchObject([{ files: ['ward.csv'], patients: 12, refused: [] }]);
});

test.each([
  ['nobody can be read', picked({ 'menu.csv': 'Dish;Price\nSoup;3\n' }), 'nobody-read'],
  ['it was cut off', picked({ 'ward.csv': table(5) }), 'far-fewer-patients'],
  ['its dates can be read both ways', picked({ 'w.csv': 'MRN,Last,DOB\n1,DOE,03/04/1950\n' }), 'nobody-read'],
  ['it is older', picked({ 'ward.csv': table(12) }, '2026-11-21T04:15:00.000Z'), 'older-than-current'],
])('the last good list stays and the reason is told when %s', async (_why, item, code) => {
  const { give, state, intake, stored } = ward();
  await give(picked({ 'ward.csv': table(12) }));
  await give({ ...item, n: ++made });
  expect(stored).toHaveLength(1);
  expect(state.get().snapshot?.patients).toHaveLength(12);
  expect(intake.kept[0]).toMatchObject({ patients: null });
  expect(intake.kept[0]?.refused[0]?.code).toBe(code);
  expect(intake.items).toEqual([]);
});

test('messages of the feed update the list in one go, and a quiet feed makes no reports', async () => {
  const { give, beds, stored, intake } = ward();
  await give(picked({ 'ward.csv': table(2) }));
  await give(message('A02', 1, '9', '20261122052000'), message('A03', 2, '', '20261122052100'));
  expect(beds()).toEqual(['9']);
  expect([stored.length, intake.kept.length, stored.at(-1)?.source]).toEqual([2, 1, 'live feed']);
});

test('messages that lie beside a table in the folder come on top of it', async () => {
  const { give, beds } = ward();
  const hl7 = new TextDecoder().decode(message('A02', 1, '5', '20261122052000').files[0]?.bytes);
  await give(picked({ 'z.hl7': hl7, 'ward.csv': table(2) }));
  expect(beds()).toEqual(['5', '7B-2']);
});

test('everything waits while nobody is signed in', async () => {
  const { give, intake, stored } = ward({ signedIn: false });
  await give(picked({ 'ward.csv': table(12) }));
  expect([stored.length, intake.items.length, intake.settled]).toEqual([0, 1, 0]);
});

test('nothing is settled when the snapshot could not be stored', async () => {
  const { give, intake } = ward({ failing: new PortFailure('disk-full', 'full') });
  await give(picked({ 'ward.csv': table(12) }));
  expect([intake.items.length, intake.settled]).toEqual([1, 0]);
});

test('a box that does not open is reported and the next one is taken', async () => {
  const { give, intake, stored } = ward();
  await give({ n: ++made, source: 'folder', at: '', files: [], damaged: true }, picked({ 'ward.csv': table(12) }));
  expect(stored).toHaveLength(1);
  expect(intake.kept.map((one) => one.refused[0]?.code)).toEqual([undefined, 'intake-damaged']);
});
