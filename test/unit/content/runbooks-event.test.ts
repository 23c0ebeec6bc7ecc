import { describe, expect, it } from 'vitest';
import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { readRunbook } from '../../../renderer/content/runbook-schema';
import { PROBLEMS } from '../../../renderer/content/problems';
import { stepsOf } from '../../../renderer/domain/runbook/runbook';
import { libraryFiles, shipped } from './library';
import { readByNumber } from './runbook-by-number';

const code = readByNumber('code-blue');
const extended = readByNumber('extended-outage');
const cyber = readByNumber('cyber-incident');
const planned = readByNumber('planned-downtime');
const clear = readByNumber('all-clear');
const entry = readByNumber('back-entry');

const EVENT = [code, extended, cyber, planned, clear, entry];
const known = { ...shipped(), problems: PROBLEMS.map((problem) => problem.code) };
const cardOf = (book: typeof code, id: string): string =>
  book.runbook.cards
    ?.find((card) => card.id === id)
    ?.lines.map((line) => line.text)
    .join('\n') ?? '';
const blockOf = (book: typeof code, number: number): string | undefined =>
  stepsOf(book.runbook).find(({ step }) => step.number === number)?.block.id;
const settingShown = (book: typeof code, number: number): (string | number | undefined)[] => {
  const one = book.runbook.settings.find(({ id }) => book.step(number).settings?.includes(id));
  return [one?.value, one?.unit];
};

describe('event runbooks', () => {
  it.each(EVENT.map((book) => [book.runbook.code, book] as const))(
    '%s keeps the numbers of its text, so that "go to step n" can be read aloud',
    (_code, book) => {
      const numbers = stepsOf(book.runbook).map(({ step }) => step.number);
      expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    },
  );

  it('have all their steps: 56, 56, 51, 62, 42 and 57', () => {
    expect(EVENT.map((book) => stepsOf(book.runbook).length)).toEqual([56, 56, 51, 62, 42, 57]);
  });

  it('name only known problems, runbooks and contacts that exist', () => {
    const files = libraryFiles('runbooks').filter(({ file }) =>
      EVENT.some((book) => `${book.runbook.id}.json` === file),
    );
    const codes = files.flatMap(({ json }) => readRunbook(json, known).problems.map((problem) => problem.code));
    expect(new Set(codes.filter((one) => one !== 'form-not-shipped'))).toEqual(new Set());
    expect(files).toHaveLength(6);
  });

  it('show the fix of a known problem they name, when read', () => {
    const shown = code.runbook.knownProblems.find((problem) => problem.id === 'KP09');
    expect(shown?.fix.map((line) => line.text)).toContain('Code call → agree runner or radio route now');
    expect(shown?.callNext).toEqual(['House supervisor', 'Command centre']);
  });

  it('refuse a known problem that is not in the library', () => {
    const wrong = { ...structuredClone(RUNBOOKS.find(({ id }) => id === 'code-blue')), problems: ['KP99'] };
    expect(readRunbook(wrong, known).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-problem', severity: 'error', where: 'problems' }),
    );
  });
});

describe('code blue', () => {
  it('never stops resuscitation on doubt: only a limit in hand and a spoken decision lead to the outcome', () => {
    expect(code.answers(11)).toEqual({ 'No or unsure': 12, 'Yes, stopping': 37, 'Yes, going on': 12 });
    expect(code.step(11).roles).toEqual(['LED']);
  });

  it('takes the cart and a runner when the cabinet is slow, and keeps the vials either way', () => {
    expect(code.answers(24)).toEqual({ Yes: 25, 'No or slow': 26 });
    expect(code.after(25)).toBe(26);
  });

  it('hands over a patient moved with the arrest going on, and asks afterwards whether they lived', () => {
    expect(code.answers(37)).toEqual({ 'Pulse returned': 38, Died: 44, 'Moved, arrest continues': 40 });
    expect(code.answers(43)).toEqual({ Yes: 46, No: 44 });
  });

  it('has the record signed after a death too', () => {
    expect(code.after(44)).toBe(45);
    expect(code.after(45)).toBe(46);
  });

  it('sends a runner to the bench when no result came, counted from when the sample left', () => {
    expect(code.step(34).timer).toEqual({ due: 'result-chase', after: 's32' });
    expect(code.minutes(34)).toBe(15);
  });

  it('asks for the release signature before uncrossmatched blood and opens the blood bank', () => {
    expect(code.step(35)).toMatchObject({ roles: ['MD'], action: 'doctor signs release before issue' });
    expect(code.needs(35)).toEqual(['F13', 'blood-bank', 'blood-bank']);
  });

  it('types no dose twice: the drug chart points to the code record', () => {
    expect(code.step(50).action).toContain('see F20');
    expect(code.runbook.backEntry.find((row) => row.what.startsWith('Drugs given only'))?.what).toContain('pointer');
  });
});

describe('extended outage', () => {
  it('counts its hours from the start of the outage, not from when somebody opened it', () => {
    expect(extended.step(1).timer).toEqual({ due: 'plan-long', from: 'outage' });
    expect([extended.minutes(1), extended.minutes(3), extended.minutes(19)]).toEqual([6 * 60, 8 * 60, 22 * 60]);
  });

  it('goes back to compare when old chart, new chart and pharmacist do not agree; no way round', () => {
    expect(extended.answers(25)).toEqual({ Yes: 26, No: 23 });
    expect(extended.step(25).options?.[1]?.instruction).toContain('call prescriber');
    expect(extended.reachable(19, [25]).has(26)).toBe(false);
  });

  it('strikes the old drug chart so that one is live', () => {
    expect(extended.step(26).why).toBe('Two live charts cause double dosing.');
  });

  it('declares extended mode again while no all-clear came', () => {
    expect(extended.answers(56)).toEqual({ Yes: 'end', No: 3 });
    expect(extended.needs(56)).toContain('all-clear');
  });

  it('says the order of reducing demand and the arithmetic of paper', () => {
    expect(cardOf(extended, 'demand')).toMatch(/routine repeat tests[\s\S]*elective[\s\S]*Divert[\s\S]*Close beds/);
    expect(cardOf(extended, 'supply')).toContain('× 1.3');
  });
});

describe('cyber incident', () => {
  it('begins with hands off and power on, at once, for everyone', () => {
    expect(cyber.step(1)).toMatchObject({ roles: ['ALL'], timer: { now: true }, action: 'hands off; leave power on' });
  });

  it('pulls the cable only where the local card allows it; power stays on', () => {
    expect(cyber.step(3).options?.map((option) => [option.label, option.instruction])).toEqual([
      ['Yes', 'pull network cable or switch off Wi-Fi, leave power on'],
      ['No or unknown', 'wait by the PC for IT'],
    ]);
    expect(cyber.answers(3)).toEqual({ Yes: 4, 'No or unknown': 4 });
  });

  it('has the wards warned before the network is taken down', () => {
    expect(cyber.step(22).options?.[0]?.instruction).toContain('Command warns wards first');
    expect(cyber.step(24).provenance).toEqual({ mark: 'read', sources: ['N-CISA'] });
  });

  it('leads through the reconnection guard before a PC is used again', () => {
    expect(cyber.answers(47)).toEqual({ Yes: 48, No: 33 });
    expect(cyber.needs(47)).toContain('extended-outage');
    expect(settingShown(cyber, 47)).toEqual([12, 'h']);
  });

  it('posts what not to touch: eight lines, no powering off, no cable out of a ventilator', () => {
    expect(cardOf(cyber, 'do-not-touch').split('\n')).toHaveLength(8);
    expect(cardOf(cyber, 'do-not-touch')).toMatch(/not power off[\s\S]*pump, ventilator or analyser/);
  });
});

describe('planned downtime', () => {
  it('counts back from the planned start: a week, a day, five minutes', () => {
    expect([planned.minutes(1), planned.minutes(25), planned.minutes(42)]).toEqual([-7 * 1440, -1440, -5]);
  });

  it('gives a late person a buddy and limits before they meet the new screens', () => {
    expect(planned.answers(11)).toEqual({ Yes: 13, 'Booked late': 13, No: 12 });
    expect(planned.step(12).action).toContain('limited duties, named buddy');
  });

  it('stands down on no-go and becomes unplanned when it overruns', () => {
    expect(planned.answers(31)).toEqual({ Go: 32, 'No-go': 'end' });
    expect(planned.answers(48)).toEqual({ Yes: 'end', No: 49 });
    expect(settingShown(planned, 48)).toEqual([30, 'min']);
    expect(planned.needs(48)).toContain('extended-outage');
  });

  it('enters nothing before the all-clear runbook has been run', () => {
    expect(planned.step(49).action).toBe('run RB-C5; no entry before it');
    expect(planned.needs(49)).toContain('all-clear');
  });

  it('assigns every dose near the switch to paper or screen', () => {
    expect(planned.step(51).why).toContain('double-dose window');
    expect([planned.minutes(51), ...settingShown(planned, 51)]).toEqual([-120, 2, 'h']);
  });
});

describe('all-clear', () => {
  it('announces nothing before every check passes; a failed check goes back to the cause', () => {
    expect(clear.answers(12)).toEqual({ Yes: 13, 'Part only': 13, No: 1 });
    expect(clear.reachable(1, [12]).has(17)).toBe(false);
  });

  it('asks security first when the cause may be cyber', () => {
    expect(clear.step(2).options?.[0]?.instruction).toBe('Security signs clean first');
    expect(clear.answers(2)).toEqual({ Yes: 3, No: 3 });
  });

  it('counts the wards’ minutes from the announcement', () => {
    for (const number of [18, 19, 20, 28, 37]) expect(clear.step(number).timer).toMatchObject({ after: 's17' });
    expect([clear.minutes(19), clear.minutes(20), clear.minutes(37)]).toEqual([2, 10, 75]);
  });

  it('reads the doses already given before the first electronic dose', () => {
    expect(clear.step(24)).toMatchObject({ timer: { when: 'before the first dose' }, roles: ['RN'], mode: 'READ-DO' });
    expect(blockOf(clear, 24)).toBe('C');
  });

  it('repeats the sweep of a patient with a mismatch; the unit is signed only after none', () => {
    expect(clear.answers(36)).toEqual({ Yes: 28, No: 37 });
    expect(clear.reachable(28, [36]).has(37)).toBe(false);
  });

  it('goes back to paper when the system fails again, else to back-entry', () => {
    expect(clear.answers(42)).toEqual({ Yes: 1, No: 'end' });
    expect(clear.needs(42)).toContain('back-entry');
  });

  it('brings the words of the announcement', () => {
    expect(cardOf(clear, 'announcement')).toContain('do not chart doses until pharmacy says your unit is entered');
  });
});

describe('back-entry', () => {
  it('holds the dose unless the list and the paper agree; nobody gives on doubt', () => {
    const instruction = Object.fromEntries(entry.step(22).options?.map((one) => [one.label, one.instruction]) ?? []);
    expect(instruction['Yes']).toMatch(/^hold, chart it given at paper time/);
    expect(instruction['Unsure']).toMatch(/^hold, ask the nurse who had the patient/);
    expect(instruction['No']).toContain('usual bedside checks');
    expect(entry.answers(22)).toEqual({ Yes: 23, No: 23, Unsure: 23 });
  });

  it('has the paper compared with the electronic list before each first dose, by a second nurse', () => {
    expect(entry.step(21)).toMatchObject({ roles: ['RN2'], timer: { when: 'before each first dose' } });
    expect(entry.after(21)).toBe(22);
  });

  it('enters identity first, doses only after pharmacy’s orders', () => {
    const order = entry.runbook.backEntry.map((row) => row.what);
    expect(order[0]).toMatch(/^Identity/);
    expect(order.findIndex((what) => what.startsWith('Medication orders'))).toBeLessThan(
      order.findIndex((what) => what.startsWith('Doses given')),
    );
    expect(entry.step(12).timer).toEqual({ when: 'after the pharmacy step' });
  });

  it('keeps paper on the unit and counts again when the counts do not agree', () => {
    expect(entry.answers(37)).toEqual({ Yes: 38, No: 29 });
    expect(entry.reachable(29, [37]).has(38)).toBe(false);
  });

  it('checks one in five of the other entries', () => {
    expect(settingShown(entry, 25)).toEqual([20, 'percent']);
  });
});
