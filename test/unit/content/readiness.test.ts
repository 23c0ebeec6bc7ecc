import { describe, expect, test } from 'vitest';
import { at, workedOut } from './worked-out';

const CHECKS = [
  'emergency-power',
  'patients-match',
  'vitals-recent',
  'test-page',
  'test-label',
  'login',
  'box-sealed',
  'contents',
];
const all = Object.fromEntries(CHECKS.map((linkId) => [linkId, true]));

describe('age of the data (F27)', () => {
  test.each([
    ['06:00', '06:00', [0, 'Fresh']],
    ['05:00', '06:00', [60, 'Fresh']],
    ['04:59', '06:00', [61, 'Older than 1 hour: call IT']],
    ['04:00', '06:00', [120, 'Older than 1 hour: call IT']],
    ['03:59', '06:00', [121, 'Older than 2 hours: log on F21, call IT, write the ticket']],
    ['06:01', '06:00', [-1, 'Later than now: check the clock']],
  ] as const)('from %s seen at %s has its words', async (data, now, score) => {
    expect((await workedOut('F27', { 'data-at': at(data), 'checked-at': at(now) })).scores('age')).toEqual([score]);
  });

  test('is not shown when a time is missing', async () => {
    expect((await workedOut('F27', { 'checked-at': at('06:00') })).scores('age')).toEqual([[undefined, undefined]]);
  });
});

describe('readiness (F27)', () => {
  test('is whole when every check is yes', async () => {
    const { scores, broken } = await workedOut('F27', all);
    expect([scores('ready'), broken]).toEqual([[[100, 'Ready']], []]);
  });

  test.each([
    [['test-label'], 88, 'Mend today: a ticket for each No'],
    [['test-label', 'login', 'contents'], 63, 'Not ready: call IT now, use the next PC'],
  ])('falls and asks what is wrong when %o fail', async (failing, percent, words) => {
    const answers = { ...all, ...Object.fromEntries(failing.map((linkId) => [linkId, false])) };
    const { scores, broken } = await workedOut('F27', answers);
    expect(scores('ready')).toEqual([[percent, words]]);
    expect(broken).toEqual(['error fault']);
    expect((await workedOut('F27', { ...answers, fault: 'Printer, ticket 4711' })).broken).toEqual([]);
  });

  test('is not shown when a check is not done', async () => {
    const { contents: _, ...rest } = all;
    expect((await workedOut('F27', rest)).scores('ready')).toEqual([[undefined, undefined]]);
  });

  test('doubts a list said to match when the counts differ', async () => {
    expect((await workedOut('F27', { ...all, 'on-screen': 24, 'on-ward': 25 })).broken).toEqual([
      'warning patients-match',
    ]);
  });

  test('says what the box lacks', async () => {
    const { texts } = await workedOut(
      'F27',
      {},
      {
        stock: [
          { form: 'F04', count: 20, par: 50 },
          { form: 'F06', count: 60, par: 50 },
        ],
      },
    );
    expect(texts('short')).toEqual(['30', '0']);
  });
});
