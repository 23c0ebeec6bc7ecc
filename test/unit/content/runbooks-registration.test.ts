import { describe, expect, it } from 'vitest';
import { readByNumber } from './runbook-by-number';

const registration = readByNumber('registration');

describe('registration runbook', () => {
  it('issues a downtime number and never guesses when a match is only possible', () => {
    expect(registration.answers(11)).toEqual({ 'Yes, certain': 20, 'Not certain': 12, None: 13 });
    expect(registration.step(12).action).toContain('never guess');
    expect(registration.after(12)).toBe(13);
  });

  it('bands known and unknown patients alike', () => {
    expect(registration.answers(6)).toEqual({ Yes: 7, No: 15 });
    expect([registration.after(14), registration.after(19)]).toEqual([20, 20]);
    expect(registration.step(20).needs).toContainEqual({ kind: 'print', id: 'wristbands' });
  });

  it('leaves the unknown band on when blood is given under the old identity', () => {
    expect(registration.answers(36)).toEqual({ Yes: 37, No: 38 });
    expect(registration.reachable(37)).not.toContain(38);
    expect(registration.reachable(37)).toContain(40);
    expect(registration.needs(37)).toContain('blood-bank');
  });

  it('merges nothing during the downtime, and later only when two independent checks agree', () => {
    expect(registration.step(44).action).toContain('no merge now');
    expect(registration.answers(53)).toEqual({ Yes: 54, No: 54, Unsure: 57 });
    expect(registration.answers(58)).toEqual({ Yes: 59, No: 'end' });
    expect(registration.reachable(57, [58])).not.toContain(59);
  });

  it('gives a child an age of its own when the birth date is not known', () => {
    expect(registration.step(17).action).toContain('never adult default');
  });

  it('asks for insurance only after screening and stabilising', () => {
    expect(registration.step(5).action).toContain('payment questions later');
    expect(registration.step(30).action).toMatch(/^after screening and stabilising/);
  });
});
