import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../renderer/content/check-library';
import { readEscalation, readProblem } from '../../../renderer/content/problem-schema';
import { ESCALATION, PROBLEMS } from '../../../renderer/content/problems';
import { callOrder, severityOf } from '../../../renderer/domain/runbook/escalation';
import { fixLine, limitMinutes, type KnownProblem } from '../../../renderer/domain/runbook/known-problem';
import { searchProblems } from '../../../renderer/domain/runbook/search-problems';
import { libraryFiles, shipped } from './library';

const of = (code: string): KnownProblem => {
  const found = PROBLEMS.find((problem) => problem.code === code);
  if (!found) throw new Error(`${code} is not in the library`);
  return found;
};

describe('shipped known problems', () => {
  it('have no error; forms not shipped yet are only warnings', () => {
    const files = libraryFiles('problems').map(({ file, json }) => ({
      kind: file === 'escalation.json' ? ('escalation' as const) : ('problem' as const),
      file,
      json,
    }));
    const wrong = checkLibrary(files, shipped()).filter((problem) => problem.code !== 'form-not-shipped');
    expect(wrong).toEqual([]);
    expect(files).toHaveLength(20);
  });

  it('are KP01 to KP19, each under its own code', () => {
    expect(PROBLEMS.map((problem) => problem.code)).toEqual(
      Array.from({ length: 19 }, (_, n) => `KP${String(n + 1).padStart(2, '0')}`),
    );
  });

  it('put the drug charts first when the printer is dead', () => {
    const { levels, fixes } = of('KP01');
    expect(levels).toEqual([{ level: 1, when: 'drug charts are not out yet' }, { level: 2 }]);
    expect(limitMinutes(of('KP01'), 'before-charts')).toBe(10);
    expect(fixes.at(-1)).toMatchObject({ object: 'All printers dead', provenance: { mark: 'S' } });
  });

  it('give the code call route five minutes when the phones are down', () => {
    expect(limitMinutes(of('KP09'), 'code-route')).toBe(5);
  });

  it('open the cyber runbook when a part of the network shows cyber signs', () => {
    const fix = of('KP11').fixes.find((one) => one.object === 'Cyber signs');
    expect(fix && fixLine(fix)).toBe('Cyber signs → stop; open RB-C3');
    expect(fix?.needs).toContainEqual({ kind: 'runbook', id: 'cyber-incident' });
  });

  it('treat blood of a doubled patient as unlinked at once', () => {
    expect(of('KP13').limits[0]).toMatchObject({ when: 'blood is involved', until: 'at once' });
    expect(of('KP13').fixes.map(fixLine)).toContain('Blood → treat as unlinked until blood bank says');
  });

  it('never share a password when sign-in fails', () => {
    expect(of('KP03').fixes.map(fixLine)).toContain('Never → share passwords or write them on paper');
  });
});

describe('search in the shipped problems', () => {
  it.each([
    ['the printer will not print', 'KP01'],
    ['drawer does not open', 'KP06'],
    ['where is my lab result', 'KP08'],
    ['wifi', 'KP11'],
    ['phones dead', 'KP09'],
    ['I cannot log in', 'KP03'],
    ['time is wrong', 'KP19'],
    ['gone drug chart', 'KP14'],
    ['patient listed twice', 'KP05'],
  ])('puts the right page first when a nurse types "%s"', (query, code) => {
    expect(searchProblems(PROBLEMS, query)[0]?.problem.code).toBe(code);
  });
});

describe('shipped escalation', () => {
  it('answers level 1 within 5 min and passes it on after 10', () => {
    expect(severityOf(ESCALATION, 1)).toMatchObject({
      answerWithin: { value: 5, unit: 'min' },
      escalateAfter: { value: 10, unit: 'min' },
    });
    expect(severityOf(ESCALATION, 4)?.answerWithin).toEqual({ words: 'next huddle' });
  });

  it('climbs from the ward to the incident commander; every call gives five facts', () => {
    expect(ESCALATION.ladder.map((rung) => rung.who)).toEqual([
      'Unit super-user or charge nurse',
      'Problem owner for the type',
      'Zone lead or house supervisor',
      'Command centre lead',
      'Incident commander',
    ]);
    expect(ESCALATION.callFacts).toHaveLength(5);
  });

  it('ends every problem at the incident commander, nobody called twice', () => {
    for (const problem of PROBLEMS) {
      const order = callOrder(problem, ESCALATION);
      expect(order[0]).toBe(problem.ownedBy);
      expect(order.at(-1)?.who).toBe('Incident commander');
      const contacts = order.flatMap((call) => call.contact ?? []);
      expect(new Set(contacts).size).toBe(contacts.length);
    }
  });
});

describe('readProblem', () => {
  const change = (fields: Record<string, unknown>): unknown => ({ ...structuredClone(of('KP01')), ...fields });
  const codes = (json: unknown) => readProblem(json, shipped()).problems.map((one) => [one.code, one.where]);
  const [fix] = of('KP01').fixes;

  it.each([
    [
      'somebody to call who is not in the directory',
      { next: [{ who: 'X', contact: 'nobody' }] },
      'unknown-contact',
      'next[0].needs[0]',
    ],
    [
      'a fix read in no source',
      { fixes: [{ ...fix, provenance: { mark: 'read', sources: [] } }] },
      'no-source',
      'fixes[0].provenance',
    ],
    [
      'a fix too long to be read in a hurry',
      { fixes: [{ ...fix, action: 'a b c d e f g h i j k l m' }] },
      'too-many-words',
      'fixes[0]',
    ],
    ['two tries with one id', { fixes: [fix, fix] }, 'twice', 'fixes'],
    [
      'a level hidden by one before it',
      { levels: [{ level: 1 }, { level: 2, when: 'later' }] },
      'level-hidden',
      'levels[0]',
    ],
    [
      'a limit without a number or an event',
      { limits: [{ id: 'l', provenance: { mark: 'S', sources: [] } }] },
      'bad-shape',
      'limits[0]',
    ],
    ['a system nobody knows', { systems: ['coffee'] }, 'bad-shape', 'systems[0]'],
  ])('refuses %s and says where', (_what, fields, code, where) => {
    expect(codes(change(fields))).toContainEqual([code, where]);
    expect(readProblem(change(fields), shipped()).problem).toBeUndefined();
  });

  it('only warns of a form that is not shipped yet', () => {
    const later = change({ fixes: [{ ...fix, needs: [{ kind: 'form', id: 'F99' }] }] });
    expect(readProblem(later, shipped())).toMatchObject({
      problem: { code: 'KP01' },
      problems: [{ severity: 'warning' }],
    });
  });
});

describe('readEscalation', () => {
  it('refuses a severity table without one of its levels', () => {
    const three = { ...structuredClone(ESCALATION), severities: ESCALATION.severities.slice(0, 3) };
    expect(readEscalation(three, shipped()).problems).toContainEqual(
      expect.objectContaining({ code: 'severity-rows', message: 'Level 4 needs exactly one row.' }),
    );
  });
});
