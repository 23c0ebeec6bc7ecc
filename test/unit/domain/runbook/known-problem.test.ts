import { describe, expect, it } from 'vitest';
import { callOrder, type Escalation } from '../../../../renderer/domain/runbook/escalation';
import { afterFix, asRunbookProblem, limitMinutes } from '../../../../renderer/domain/runbook/known-problem';
import { searchProblems } from '../../../../renderer/domain/runbook/search-problems';
import { problem } from './problems';

const scanner = problem('KP10', 'Barcode scanner dead', ['no beep', 'will not read']);
const phone = problem('KP09', 'Phone system down', ['no dial tone', 'operator unreachable']);
const label = problem('KP02', 'Label printer dead', ['blank labels', 'faint barcode', 'überdruckt']);
const all = [scanner, phone, label];

describe('a try', () => {
  it('ends the problem when it worked', () => {
    expect(afterFix(scanner, 'f1', true)).toEqual({ kind: 'solved' });
  });

  it('is followed by the next one when it did not work', () => {
    expect(afterFix(scanner, 'f1', false)).toEqual({ kind: 'try', fix: scanner.fixes[1] });
  });

  it('is followed by the next level when it was the last', () => {
    expect(afterFix(scanner, 'f2', false)).toEqual({ kind: 'call', calls: scanner.next });
  });
});

describe('a time limit', () => {
  it('takes the number of the site over the shipped one', () => {
    expect([limitMinutes(scanner, 'slow'), limitMinutes(scanner, 'slow', { slow: 2 })]).toEqual([240, 120]);
  });

  it('is no number when an event sets it', () => {
    expect([limitMinutes(scanner, 'shift'), limitMinutes(scanner, 'unknown')]).toEqual([undefined, undefined]);
  });
});

describe('callOrder', () => {
  const ladder = (rungs: Escalation['ladder']) => ({ ladder: rungs }) as Escalation;
  const whole = ladder([
    { who: 'Charge nurse' },
    { who: 'Owner' },
    { who: 'House supervisor', contact: 'hs' },
    { who: 'Command', contact: 'cc' },
    { who: 'Commander' },
  ]);
  const who = (one: typeof scanner) => callOrder(one, whole).map((call) => call.who);

  it('goes on above the highest rung the problem reaches itself', () => {
    const high = { ...scanner, next: [{ who: 'Command centre', contact: 'cc' }] };
    expect(who(high)).toEqual(['Clerk', 'IT desktop', 'Command centre', 'Commander']);
  });

  it('climbs the whole ladder when the problem stays below it', () => {
    expect(who(scanner)).toEqual(['Clerk', 'IT desktop', 'IT lead', 'House supervisor', 'Command', 'Commander']);
  });

  it('calls nobody twice when owner and next level are one line of the directory', () => {
    const same = { ...scanner, next: [{ who: 'IT desktop lead', contact: 'it' }] };
    expect(who(same).filter((one) => one.startsWith('IT'))).toEqual(['IT desktop']);
  });
});

describe('asRunbookProblem', () => {
  it('says what the page of the problem says', () => {
    expect(asRunbookProblem({ ...scanner, next: [{ who: 'House supervisor', for: 'a loan printer' }] })).toMatchObject({
      id: 'KP10',
      fix: [{ text: 'Scanner → swap' }, { text: 'Band → reprint' }],
      callNext: ['House supervisor for a loan printer'],
    });
  });
});

describe('searchProblems', () => {
  const found = (query: string) => searchProblems(all, query).map((hit) => hit.problem.code);

  it('finds a problem whatever the order of the words', () => {
    expect(found('tone dial')).toEqual(['KP09']);
    expect(found('dial tone')).toEqual(['KP09']);
  });

  it('finds with and without accents, in any case, by beginnings', () => {
    expect(found('UBERDR')).toEqual(['KP02']);
    expect(found('Überdruckt')).toEqual(['KP02']);
  });

  it('finds by code', () => {
    expect(found('kp09')).toEqual(['KP09']);
  });

  it('puts the title before a symptom, and the whole word before its beginning', () => {
    expect(found('barcode')).toEqual(['KP10', 'KP02']);
    expect(found('label')[0]).toBe('KP02');
  });

  it('finds the nearest when nobody says it quite so, and tells how many words it knows', () => {
    expect(searchProblems(all, 'the scanner stopped beep')[0]).toMatchObject({ problem: { code: 'KP10' }, matched: 2 });
  });

  it('leaves out those with fewer words when one has them all', () => {
    expect(found('dead beep')).toEqual(['KP10']);
  });

  it('finds a whole sentence, small words passed over, plural or with another hyphen', () => {
    expect(found('the phones do not work')).toEqual(['KP09']);
    expect(found('bar-code')).toEqual(['KP10', 'KP02']);
  });

  it('looks for small words only when nothing else was typed', () => {
    expect(found('no')).toContain('KP09');
  });

  it('finds nothing for nothing and for words nowhere', () => {
    expect([found(''), found(' - '), found('xylophone')]).toEqual([[], [], []]);
  });
});
