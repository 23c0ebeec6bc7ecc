import { describe, expect, test } from 'vitest';
import { at, workedOut } from './worked-out';

const item = (serial: string, more = {}) => ({
  serial,
  what: 'Blood tubes',
  patient: 'LINDQVIST 9000152',
  to: 'Laboratory',
  how: 'runner',
  'sent-at': at('01:00'),
  'sent-by': 'AM',
  ...more,
});
const GOT = { 'received-at': at('01:10'), 'received-by': 'R. Silva' };

describe('the log of items sent (F22)', () => {
  test('counts what was sent and received, and names what is open', async () => {
    const { texts, scores } = await workedOut('F22', {}, { items: [item('A1', GOT), item('A2'), item('A3')] });
    expect([texts('sent'), texts('received'), texts('open-list')]).toEqual([['3'], ['1'], ['A2, A3']]);
    expect(scores('open')).toEqual([[2, 'Still open: chase, retrace, tell the doctor']]);
  });

  test('says all received when nothing is open, and nothing at all when nothing was sent', async () => {
    const all = await workedOut('F22', {}, { items: [item('A1', GOT)] });
    expect([all.scores('open'), all.texts('open-list')]).toEqual([[[0, 'All received']], ['']]);
    const none = await workedOut('F22', {});
    expect([none.texts('sent'), none.scores('open')]).toEqual([[''], [[undefined, undefined]]]);
  });

  test('asks who took it, why pieces differ, and for a hand for what cannot be replaced', async () => {
    const { broken } = await workedOut(
      'F22',
      {},
      {
        items: [
          item('A1', { 'received-at': at('01:10') }),
          item('A2', { ...GOT, 'count-out': 4, 'count-in': 3 }),
          item('A3', { irreplaceable: true, how: 'tube' }),
        ],
      },
    );
    expect(broken).toEqual(['error received-by', 'warning count-in', 'warning how']);
  });
});

describe('the cabinet log (F25)', () => {
  const taken = (more = {}) => ({
    'taken-at': at('02:00'),
    patient: 'LINDQVIST',
    number: '9000152',
    drug: 'Morphine',
    quantity: 1,
    'order-seen': true,
    nurse: 'AM',
    ...more,
  });

  test('asks for witness and stock on the sheet for controlled medicines only', async () => {
    expect((await workedOut('F25', { kind: 'controlled' }, { removals: [taken()] })).broken).toEqual(['error witness']);
    expect((await workedOut('F25', { kind: 'other' }, { removals: [taken()] })).broken).toEqual([]);
  });

  test('asks who saw the waste, and for two persons', async () => {
    const { broken } = await workedOut(
      'F25',
      { kind: 'other' },
      {
        removals: [taken({ waste: '5 mg' }), taken({ witness: 'AM' })],
      },
    );
    expect(broken).toEqual(['error waste-witness', 'warning witness']);
  });

  test('counts what was taken without an order when some lines have none', async () => {
    const { scores } = await workedOut('F25', {}, { removals: [taken(), taken({ 'order-seen': false })] });
    expect(scores('without-order')).toEqual([[1, 'Call the ward now; report what stays unexplained']]);
  });

  test('stops at a count that differs either way', async () => {
    const count = (expected: number, counted: number) => ({ 'count-drug': 'Morphine 10 mg', expected, counted });
    const { scores } = await workedOut('F25', {}, { counts: [count(10, 10), count(10, 8), count(10, 11)] });
    expect(scores('difference').map(([value, words]) => [value, words?.split(':')[0]])).toEqual([
      [0, 'Agrees'],
      [-2, 'Missing'],
      [1, 'Too many'],
    ]);
  });
});

describe('the control sheet (F28)', () => {
  test.each([
    [12, 12, [0, 'Equal']],
    [12, 9, [3, 'Not equal: keep the paper on the unit']],
    [12, 13, [-1, 'More than on paper: look for a double entry']],
  ] as const)('compares %i on paper with %i entered', async (n, done, score) => {
    expect((await workedOut('F28', { 'orders-n': n, 'orders-done': done })).scores('orders-open')).toEqual([score]);
  });

  test('shows no difference when one number is missing', async () => {
    expect((await workedOut('F28', { 'doses-n': 4 })).scores('doses-open')).toEqual([[undefined, undefined]]);
  });

  test('says how long the downtime lasted, and refuses an end before the start', async () => {
    const right = await workedOut('F28', { from: at('02:10'), to: at('05:40') });
    expect([right.texts('hours'), right.broken]).toEqual([['3.5 h'], []]);
    expect((await workedOut('F28', { from: at('05:40'), to: at('02:10') })).broken).toEqual(['error to']);
  });

  test('counts papers that are neither entered, scanned nor set aside', async () => {
    const paper = (serial: string, more = {}) => ({
      serial,
      form: 'F04',
      owner: 'nursing',
      disposition: 'enter',
      ...more,
    });
    const { scores, broken } = await workedOut(
      'F28',
      {},
      {
        papers: [
          paper('P1', { 'entered-by': 'AM', 'entered-at': at('09:00'), 'verified-by': 'AM' }),
          paper('P2', { 'scanned-at': at('09:00') }),
          paper('P3', { disposition: 'not-needed' }),
          paper('P4'),
        ],
      },
    );
    expect(scores('papers-open')).toEqual([[1, 'Papers open']]);
    expect(broken).toEqual(['warning verified-by']);
  });
});
