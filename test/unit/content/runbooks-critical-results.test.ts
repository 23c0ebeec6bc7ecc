import { describe, expect, it } from 'vitest';
import { readByNumber } from './runbook-by-number';

const critical = readByNumber('critical-results');

describe('critical results runbook', () => {
  it('does not give the result to the person who answers when that person is not licensed', () => {
    expect(critical.answers(12)).toEqual({ Yes: 13, No: 11 });
  });

  it('says the result again from the patient on when the read-back does not match', () => {
    expect(critical.answers(17)).toEqual({ Yes: 18, No: 13 });
    expect(critical.reachable(13, [17])).not.toContain(18);
  });

  it('climbs from charge nurse to doctor to house supervisor when nobody takes the call, each later than the last', () => {
    expect(critical.answers(19)).toEqual({ Yes: 23, 'No answer or refused': 20 });
    expect(critical.answers(20)).toEqual({ Yes: 11, No: 21 });
    expect(critical.answers(21)).toEqual({ Yes: 11, No: 22 });
    expect(critical.after(22)).toBe(11);
    expect([20, 21, 22].map((number) => critical.minutes(number))).toEqual([5, 15, 30]);
    expect(critical.needs(20)).toContain('charge-nurse-phones');
    expect(critical.needs(21)).toContain('covering-doctor');
    expect(critical.needs(22)).toContain('house-supervisor');
  });

  it('skips the prescriber only when a written order covers the expected value, and still logs', () => {
    expect(critical.answers(24)).toEqual({ Yes: 31, No: 25 });
    expect(critical.reachable(25)).toContain(29);
    expect(critical.step(31).needs).toContainEqual({ kind: 'form', id: 'F11' });
  });

  it('follows the site limit of the first call when the site sets its own', () => {
    expect(critical.minutes(9)).toBe(15);
    expect(critical.minutes(9, { 'call-limit': 10 })).toBe(10);
  });

  it('takes an imaging finding to the same call and read-back', () => {
    expect(critical.after(38)).toBe(9);
    expect(critical.reachable(38)).toContain(16);
  });

  it('falls back to runners when ward phones are down too', () => {
    expect(critical.answers(42)).toEqual({ No: 33, Yes: 43 });
    expect(critical.step(43).roles).toEqual(['RUN']);
  });
});
