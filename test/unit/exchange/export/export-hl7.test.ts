import { Message } from 'node-hl7-client';
import { describe, expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { parseHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { fieldText, fieldValue, messageKind, segmentOf } from '../../../../renderer/exchange/hl7v2/values';
import { NASTY } from './answers';
import { outage, sha256, textOf } from './outage';

async function exported(input = outage()) {
  const built = await buildExport('hl7v2', input, sha256);
  const file = parseHl7(textOf(built.files, 'outage.hl7'));
  return { ...built, file, messages: file.messages };
}

describe('the HL7 v2 export', () => {
  test('is a batch whose counts are right, in the order a receiver needs', async () => {
    const { file, messages } = await exported();
    expect(file.strays).toEqual([]);
    expect(file.stated.map(({ count, found }) => count === found)).toEqual([true, true]);
    expect(messages.map((one) => Object.values(messageKind(one)).join(' '))).toEqual([
      'ADT A02',
      'ADT A08',
      'ORM O01',
      'ORM O01',
      'OML O21',
      'RAS O17',
      'RAS O17',
      'RAS O17',
      'RAS O17',
      'ORU R01',
      'ORU R01',
      'ADT A04',
      'ADT A03',
      'ADT A40',
      'ORU R01',
    ]);
  });

  test('has control ids that stay the same, and differ after an amendment', async () => {
    const ids = (all: Awaited<ReturnType<typeof exported>>) =>
      all.messages.map((one) => fieldValue(one, segmentOf(one, 'MSH'), 10));
    const [a, b] = [ids(await exported()), ids(await exported())];
    expect(b).toEqual(a);
    expect(new Set(a).size).toBe(a.length);
    expect(a.every((id) => (id?.length ?? 99) <= 20)).toBe(true);
  });

  test('is marked as test when it was a drill', async () => {
    const drill = await exported(
      outage({ outage: { id: 'o1', kind: 'drill', ward: '7B', since: '2026-11-22T05:27:00+01:00' } }),
    );
    expect(new Set(drill.messages.map((one) => fieldValue(one, segmentOf(one, 'MSH'), 11)))).toEqual(new Set(['T']));
    expect(drill.manifest.drill).toBe(true);
  });

  test('carries free text through a reader nobody here wrote', async () => {
    const { messages } = await exported();
    const note = messages
      .flatMap((one) => one.segments.filter((segment) => segment.name === 'OBX').map((segment) => ({ one, segment })))
      .find(({ one, segment }) => fieldValue(one, segment, 3)?.endsWith('escalation-response'));
    expect(note && fieldText(note.one, note.segment, 5)).toBe(NASTY);
    const text =
      note === undefined
        ? ''
        : ['MSH', 'PID', 'OBR']
            .map((name) => segmentOf(note.one, name)?.fields.join('|'))
            .concat(note.segment.fields.join('|'))
            .join('\r');
    // The other reader leaves the formatting command \.br\ to the display.
    expect(new Message({ text }).get('OBX.5').toString().replaceAll('\\.br\\', '\n')).toBe(NASTY);
  });

  test('says when it happened and when it was written down', async () => {
    const { messages } = await exported();
    const [transfer] = messages;
    const evn = transfer && segmentOf(transfer, 'EVN');
    expect(transfer && [fieldValue(transfer, evn, 2), fieldValue(transfer, evn, 6)]).toEqual([
      '20261122063100+0100',
      '20261122063000+0100',
    ]);
    const result = messages.find((one) => messageKind(one).type === 'ORU');
    expect(result && fieldText(result, segmentOf(result, 'NTE'), 3)).toContain('BACK-LOADED');
  });

  test('keeps MRN and downtime number apart and merges the one into the other', async () => {
    const { messages } = await exported();
    const merge = messages.find((one) => messageKind(one).event === 'A40');
    expect(
      merge && [
        fieldValue(merge, segmentOf(merge, 'PID'), 3),
        fieldValue(merge, segmentOf(merge, 'MRG'), 1),
        fieldValue(merge, segmentOf(merge, 'MRG'), 1, 4),
      ],
    ).toEqual(['777', 'D-7B-0001-Z', 'DOWNTIMEBOX']);
  });

  test('gives doses their amount, unit, time and the reason when not given', async () => {
    const { messages } = await exported();
    const doses = messages
      .filter((one) => messageKind(one).type === 'RAS')
      .map((one) =>
        [5, 6, 7, 3, 18, 20, 21].map(
          (field) => fieldValue(one, segmentOf(one, 'RXA'), field, field === 5 || field === 18 ? 2 : 1) ?? '',
        ),
      );
    expect(doses).toEqual([
      ['Paracetamol', '1', 'g', '20261122061000+0100', '', 'CP', 'A'],
      ['Metoprolol', '999', '', '20261122062000+0100', '', 'CP', 'A'],
      ['Metoprolol', '0', 'mg', '20261122070000+0100', 'Refused', 'RE', 'A'],
      ['Sodium chloride 0.9 %', '100', 'mL', '20261122060000+0100', '', 'CP', 'A'],
    ]);
  });

  test('marks corrected results', async () => {
    const { messages } = await exported();
    const corrected = messages.filter((one) => messageKind(one).type === 'ORU').at(-1);
    const pressure = corrected?.segments.find((segment) => segment.fields[3]?.startsWith('8480-6'));
    expect(corrected && pressure && [fieldValue(corrected, pressure, 5), fieldValue(corrected, pressure, 11)]).toEqual([
      '110',
      'C',
    ]);
  });
});
