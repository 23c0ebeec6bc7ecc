import fc from 'fast-check';
import { Message } from 'node-hl7-client';
import { describe, expect, test } from 'vitest';
import { ack } from '../../../../renderer/exchange/hl7v2/ack';
import { batch, header, message, segment } from '../../../../renderer/exchange/hl7v2/build';
import { messageText, parseHl7, writeHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { escapeText, unescapeText } from '../../../../renderer/exchange/hl7v2/escape';
import { fieldText, fieldValue, rawField, repetitions, segmentOf } from '../../../../renderer/exchange/hl7v2/values';

const NASTY = 'a & b | c ^ d ~ e \\ f\r\nÄö✓ 10:30';
const HEAD = {
  type: ['ORU', 'R01', 'ORU_R01'],
  controlId: 'C1',
  now: '2026-11-22T05:27:00+01:00',
  sender: { application: 'DTB', facility: '7B' },
  processing: 'T',
} as const;
const withText = (text: string): string =>
  message(
    header(HEAD),
    segment('PID', 1, '', ['9000131', '', '', 'SITE', 'MR']),
    segment('OBX', 1, 'FT', ['X', 'Note', 'L'], '', text, '', '', '', '', '', 'F'),
  );

describe('text in a field', () => {
  test('survives whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapeText(escapeText(text)) === text));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'|^~\\&\r\n.brFSTREX0D ') }),
        (text) => unescapeText(escapeText(text)) === text,
      ),
    );
  });

  test('never ends the segment, the field or the component', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'|^~\\&\r\nab') }),
        (text) => !/[|^~&\r\n]/.test(escapeText(text)),
      ),
    );
  });

  test('is read back by our reader and by one that nobody here wrote', () => {
    const [ours] = parseHl7(withText(NASTY)).messages;
    expect(ours === undefined ? '' : fieldText(ours, segmentOf(ours, 'OBX'), 5)).toBe(NASTY);
    // The other reader leaves the formatting command \.br\ to the display.
    expect(new Message({ text: withText(NASTY) }).get('OBX.5').toString().replaceAll('\\.br\\', '\n')).toBe(NASTY);
  });

  test('knows hex, formatting and highlighting, and leaves what it does not know', () => {
    expect(unescapeText('\\H\\now\\N\\ a\\X0D0A\\b\\.sp2\\c\\Zlocal\\d\\XC3A4\\')).toBe('now a\r\nb\n\nc\\Zlocal\\dä');
    expect(unescapeText('C:\\temp\\E\\x')).toBe('C:\\temp\\x');
  });
});

describe('a message', () => {
  test('has the signs of its own MSH', () => {
    const [one] = parseHl7('MSH#@*!%#A#B###20260101##ADT@A01#1#P#2.3\rPID###77@@@S@MR*78#\r').messages;
    expect(one?.delimiters).toEqual({ field: '#', component: '@', repetition: '*', escape: '!', subcomponent: '%' });
    expect(one && repetitions(segmentOf(one, 'PID'), 3, one.delimiters)).toEqual(['77@@@S@MR', '78']);
    expect(one && fieldValue(one, segmentOf(one, 'MSH'), 9, 2)).toBe('A01');
  });

  test('tells an empty value from a deleted one', () => {
    const [one] = parseHl7('MSH|^~\\&|A\rPID|1||77||""|x^""^z\r').messages;
    const pid = one && segmentOf(one, 'PID');
    expect(one && [4, 5].map((field) => fieldValue(one, pid, field))).toEqual([undefined, null]);
    expect(one && [1, 2, 3, 4].map((part) => fieldValue(one, pid, 6, part))).toEqual(['x', null, 'z', undefined]);
  });

  test('keeps unknown segments and is written back sign by sign, whatever its line ends and frames', () => {
    for (const end of ['\r', '\n', '\r\n'])
      for (const [before, after] of [
        ['', ''],
        ['\u000b', '\u001c\r'],
        ['\n', end],
        ['', `${end}${end}`],
      ] as const) {
        const text = `${before}MSH|^~\\&|A|B${end}ZZZ|1|free~text||${end}PID|1||7^^^X&Y&Z^MR${end}${after}`;
        const file = parseHl7(text);
        expect(writeHl7(file)).toBe(text);
        expect(file.messages.map((one) => one.segments.map((part) => part.name))).toEqual([['MSH', 'ZZZ', 'PID']]);
        expect(file.strays).toEqual([]);
      }
  });

  test('is written back sign by sign when it is anything at all', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'MSH|^~\\&|A|B||||ADT^A01|1',
        'FHS|^~\\&|x',
        'BTS|2',
        'PID|1||7',
        'PV1',
        'stray text',
        '',
        '\u000b',
        '\u001c',
      ),
      fc.string({ unit: 'binary' }),
    );
    const lines = fc.array(fc.tuple(line, fc.constantFrom('\r', '\n', '\r\n', '')));
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.map(([content, end]) => content + end).join('');
        return writeHl7(parseHl7(text)) === text;
      }),
    );
  });

  test('names the line where a segment is broken and keeps the rest', () => {
    const file = parseHl7('MSH|^~\\&|A\rOBX|1|TX|x||first line\nsecond line\rPID|1||7\r');
    expect(file.strays.map((one) => one.line)).toEqual([3]);
    expect(file.messages[0]?.segments.map((part) => part.name)).toEqual(['MSH', 'OBX', 'PID']);
  });
});

describe('a batch file', () => {
  test('is read with its counts', () => {
    const text = batch([withText('a'), withText('b')], { now: HEAD.now, id: 'F1', sender: HEAD.sender });
    const file = parseHl7(text);
    expect(file.messages).toHaveLength(2);
    expect(file.stated.map(({ name, count, found }) => [name, count, found])).toEqual([
      ['BTS', 2, 2],
      ['FTS', 1, 1],
    ]);
    expect(file.messages.map(messageText)).toEqual([withText('a'), withText('b')]);
  });
});

describe('building', () => {
  test('makes what the reader takes apart: components, subcomponents, repetitions, nulls', () => {
    const text = message(
      header(HEAD),
      segment('PID', 1, null, { repeat: [['1', '', '', ['S', '1.2', 'ISO'], 'MR'], ['2']] }, '', [['O&B', 'x'], 'A^n']),
    );
    const [one] = parseHl7(text).messages;
    const pid = one && segmentOf(one, 'PID');
    expect(rawField(pid, 3)).toBe('1^^^S&1.2&ISO^MR~2');
    expect(
      one && [
        fieldValue(one, pid, 2),
        fieldValue(one, pid, 3, 4, 2),
        fieldValue(one, pid, 5),
        fieldValue(one, pid, 5, 2),
      ],
    ).toEqual([null, '1.2', 'O&B', 'A^n']);
    expect(one && fieldValue(one, segmentOf(one, 'MSH'), 18)).toBe('UNICODE UTF-8');
    expect(new Message({ text }).get('PID.3').toString()).toContain('1');
  });

  test('answers a message: exchanged parties, its control id, the reason', () => {
    const [original] = parseHl7(
      'MSH|^~\\&|EHR|HOSP|DTB|7B|20261122||ADT^A01^ADT_A01|X\\T\\1|T|2.5.1\rPID|1||7\r',
    ).messages;
    const answer = original && ack(original, 'AE', 'no birth date | line 3', { now: HEAD.now, controlId: 'A9' });
    const [read] = parseHl7(answer ?? '').messages;
    const msh = read && segmentOf(read, 'MSH');
    expect(read && [3, 4, 5, 6, 10, 11].map((field) => fieldValue(read, msh, field))).toEqual([
      'DTB',
      '7B',
      'EHR',
      'HOSP',
      'A9',
      'T',
    ]);
    expect(read && [1, 2, 3].map((field) => fieldValue(read, segmentOf(read, 'MSA'), field))).toEqual([
      'AE',
      'X&1',
      'no birth date | line 3',
    ]);
    expect(read && fieldValue(read, segmentOf(read, 'ERR'), 4)).toBe('E');
  });
});
