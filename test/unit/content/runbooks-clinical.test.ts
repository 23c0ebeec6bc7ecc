import { describe, expect, it } from 'vitest';
import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { findRunbookStep, pathFrom, type PathAnswers } from '../../../renderer/domain/runbook/path';
import { runbookLine, stepsOf, type Runbook, type RunbookStep } from '../../../renderer/domain/runbook/runbook';
import { timerMinutes } from '../../../renderer/domain/runbook/timers';

const runbook = (id: string): Runbook => {
  const found = RUNBOOKS.find((one) => one.id === id);
  if (!found) throw new Error(`No runbook ${id}`);
  return found;
};
const step = (of: Runbook, number: number): RunbookStep => {
  const found = stepsOf(of).find((one) => one.step.number === number);
  if (!found) throw new Error(`No step ${number} in ${of.id}`);
  return found.step;
};
/** Where each answer of a decision leads, by step number. */
const ways = (of: Runbook, number: number) =>
  Object.fromEntries(
    (step(of, number).options ?? []).map(({ label, goTo }) => [
      label,
      goTo === undefined ? 'end' : findRunbookStep(of, goTo)?.step.number,
    ]),
  );
const instruction = (of: Runbook, number: number, label: string) =>
  step(of, number).options?.find((option) => option.label === label)?.instruction;
/** The numbers of the path through a block: every step done, decisions as given. */
const walk = (of: Runbook, block: string, decisions: PathAnswers) => {
  const done = Object.fromEntries(stepsOf(of).map((one) => [one.step.id, 'done']));
  return pathFrom(of, block, { ...done, ...decisions }).taken.map((one) => one.step.number);
};
const setting = (of: Runbook, id: string) => of.settings.find((one) => one.id === id);
const needs = (of: Runbook, number: number) => step(of, number).needs.map(({ kind, id }) => `${kind} ${id}`);

const MEDICINES = runbook('medication-reconciliation');
const MOVEMENT = runbook('patient-movement');
const LEVEL = runbook('level-of-care');
const TRANSPORT = runbook('transport');

describe('the clinical runbooks', () => {
  it.each([
    [MEDICINES, 76, [7, 20, 57, 63], 'ABCDE'],
    [MOVEMENT, 80, [15, 23, 37, 50, 57], 'ABCDEFGH'],
    [LEVEL, 68, [11, 16, 22, 33, 42], 'ABC'],
    [TRANSPORT, 74, [16, 22, 31, 36, 63], 'ABCDE'],
  ])('are whole, with the numbers of their source, decisions and blocks: $id', (of, last, decisions, letters) => {
    const steps = stepsOf(of).map((one) => one.step);
    expect(steps.map((one) => one.number)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
    expect(steps.filter((one) => one.kind === 'decide').map((one) => one.number)).toEqual(decisions);
    expect(of.phases.find((phase) => phase.id === 'during')?.blocks.map((block) => block.id)).toEqual([...letters]);
  });

  it.each([MEDICINES, MOVEMENT, LEVEL, TRANSPORT])('offer the runbook that a line names by its code: $id', (of) => {
    const codes = new Map(RUNBOOKS.map((one) => [one.code, one.id]));
    const missing = stepsOf(of).flatMap((one) =>
      [...runbookLine(one.step).matchAll(/RB-0\d/g)]
        .map(([code]) => codes.get(code) ?? code)
        .filter((id) => !one.step.needs.some((need) => need.kind === 'runbook' && need.id === id))
        .map((id) => `step ${one.step.number}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('say the same about a known problem wherever it stands', () => {
    const said = new Map<string, Set<string>>();
    for (const problem of RUNBOOKS.flatMap((one) => one.knownProblems))
      said.set(problem.id, (said.get(problem.id) ?? new Set()).add(JSON.stringify(problem.fix)));
    expect([...said].filter(([, texts]) => texts.size > 1).map(([id]) => id)).toEqual([]);
  });

  it.each([MEDICINES, MOVEMENT, LEVEL, TRANSPORT])('say on every page that they are no clinical advice: $id', (of) => {
    expect(of.status).toBe('draft');
    expect(of.notice).toMatch(/^Not clinical advice\. Not for use until this hospital has approved it\./);
  });
});

describe('medication reconciliation', () => {
  it('has the already-given sheet written, checked and at pharmacy before a dose from the screen when the EHR is back', () => {
    const path = walk(MEDICINES, 'all-clear', { s57: 'no', s63: 'yes' });
    expect(path).toEqual([52, 53, 54, 55, 56, 57, 59, 60, 61, 62, 63, 64, 65]);
    expect(runbookLine(step(MEDICINES, 52))).toBe('All-clear → give nothing from the screen yet');
    expect(step(MEDICINES, 55).roles).toEqual(['RN2']);
    expect(runbookLine(step(MEDICINES, 60))).toBe('First due time → set from sheet, never now');
  });

  it('gives a dose that is due from paper when the orders are not in yet', () => {
    expect(walk(MEDICINES, 'all-clear', { s57: 'yes', s63: 'yes' })).toContain(58);
    expect(runbookLine(step(MEDICINES, 58))).toBe('Due dose → give from paper, add to sheet, tell pharmacy');
  });

  it('gives nothing and sets the due time again when screen and sheet differ', () => {
    expect(ways(MEDICINES, 63)).toEqual({ Yes: 64, No: 60 });
    expect(instruction(MEDICINES, 63, 'No')).toBe('do not give, call pharmacy');
    expect(needs(MEDICINES, 63)).toContain('contact pharmacy');
  });

  it('has essential medicines written anew when the printed MAR is stale, and only then', () => {
    expect(ways(MEDICINES, 7)).toEqual({ Yes: 8, No: 9 });
    expect(setting(MEDICINES, 'stale-snapshot')).toMatchObject({ value: 2, unit: 'h' });
    expect(step(MEDICINES, 7).settings).toEqual(['stale-snapshot']);
  });

  it('goes on with an owner and a day to finish when the home list is not verified', () => {
    expect(instruction(MEDICINES, 20, 'No')).toBe('mark unverified, name owner');
    expect(timerMinutes(MEDICINES, step(MEDICINES, 20))).toBe(24 * 60);
    expect(timerMinutes(MEDICINES, step(MEDICINES, 50))).toBe(24 * 60);
  });

  it('has a second person compare every rewritten MAR', () => {
    expect(step(MEDICINES, 46).timer).toEqual(step(MEDICINES, 47).timer);
    expect(step(MEDICINES, 47).roles).toEqual(['RN2']);
  });
});

describe('patient movement', () => {
  it('searches when no nurse confirms the arrival, and calls security', () => {
    expect(ways(MOVEMENT, 37)).toEqual({ Yes: 54, 'No, limit passed': 41 });
    expect(timerMinutes(MOVEMENT, step(MOVEMENT, 37))).toBe(30);
    expect(needs(MOVEMENT, 41)).toEqual(
      expect.arrayContaining(['contact security', 'contact house-supervisor', 'contact covering-doctor']),
    );
  });

  it('gives an alias when a patient cannot say who they are, and never a guessed number', () => {
    expect(ways(MOVEMENT, 15)).toEqual({ Certain: 16, Possible: 16, None: 16, 'Cannot say': 19 });
    expect(instruction(MOVEMENT, 15, 'Possible')).toBe('downtime number plus flag');
  });

  it('keeps the alias band when the identity is found while blood is in progress', () => {
    expect(instruction(MOVEMENT, 23, 'Yes')).toBe('keep alias band, call blood bank');
    expect(needs(MOVEMENT, 23)).toEqual(expect.arrayContaining(['contact blood-bank', 'runbook blood-bank']));
  });

  it('walks the beds again when the census does not add up', () => {
    expect(ways(MOVEMENT, 57)).toEqual({ Yes: 58, No: 54 });
    expect(step(MOVEMENT, 58).timer).toEqual({ atClock: '00:00' });
  });

  it('calls the organ agency within the hour, and the medical examiner before anything is released', () => {
    expect(timerMinutes(MOVEMENT, step(MOVEMENT, 49))).toBe(60);
    expect(instruction(MOVEMENT, 50, 'Yes')).toBe('call, release nothing');
    expect(walk(MOVEMENT, 'G', { s50: 'yes' })).toEqual([47, 48, 49, 50, 51, 52, 53]);
  });

  it('enters identity, then moves in order, before clinical back-entry opens', () => {
    const order = MOVEMENT.backEntry.map(({ what }) => what);
    expect(order[0]).toContain('MRN');
    expect(order.findIndex((what) => what.includes('clinical back-entry opens'))).toBeGreaterThan(
      order.findIndex((what) => what.includes('Transfers')),
    );
  });
});

describe('level of care', () => {
  it('sends a change of status past the bed, and a change of both through it first', () => {
    expect(ways(LEVEL, 16)).toEqual({ 'Level only': 17, 'Status only': 33, Both: 17 });
    expect(instruction(LEVEL, 16, 'Both')).toBe('then step 33');
  });

  it('looks at a boarder every hour and asks for the bed again', () => {
    expect(ways(LEVEL, 22)).toEqual({ Yes: 25, No: 23 });
    expect(step(LEVEL, 24).next).toBe('s22');
    expect(timerMinutes(LEVEL, step(LEVEL, 24), 3)).toBe(180);
  });

  it('calls the emergency team before anybody fills in a form', () => {
    expect(ways(LEVEL, 11)).toEqual({ Yes: 13, No: 12 });
    expect(needs(LEVEL, 11)).toContain('contact emergency-team');
  });

  it('changes nobody to outpatient who has left', () => {
    expect(ways(LEVEL, 42)).toEqual({ 'Yes and still here': 43, 'Yes but gone': 46, No: 46 });
    expect(walk(LEVEL, 'C', { s33: 'yes', s42: 'yes-but-gone' })).not.toContain(43);
  });

  it('gives the observation notice after 24 h and shows the latest hour', () => {
    expect(timerMinutes(LEVEL, step(LEVEL, 40))).toBe(24 * 60);
    expect(step(LEVEL, 40).settings).toEqual(['observation-latest']);
    expect(setting(LEVEL, 'observation-latest')).toMatchObject({ value: 36, unit: 'h' });
  });

  it('says that block C is for one country only', () => {
    expect(LEVEL.whenToUse).toContain('Block C holds United States Medicare rules; elsewhere remove it.');
    expect(timerMinutes(LEVEL, step(LEVEL, 44))).toBe(2 * 24 * 60);
  });
});

describe('transport', () => {
  it('sends a nurse with the patient when anybody is unsure', () => {
    expect(ways(TRANSPORT, 16)).toEqual({ Yes: 17, Unsure: 17, No: 18 });
    expect(instruction(TRANSPORT, 16, 'Unsure')).toBe('huddle with charge nurse');
  });

  it.each(['blood', 'chemotherapy', 'opioid', 'epidural', 'ventilator', 'oxygen', 'vasoactive', 'comatose', 'child'])(
    'names %s where the escort is decided',
    (trigger) => {
      expect(step(TRANSPORT, 16).why).toContain(trigger);
    },
  );

  it('has the nurse look at the patient again before leaving, and oxygen for twice the trip', () => {
    expect(step(TRANSPORT, 14).timer).toEqual({ when: 'before leaving' });
    expect(step(TRANSPORT, 14).settings).toEqual(['bedside-look']);
    expect(step(TRANSPORT, 18).action).toBe('read gauge; minutes left cover trip twice');
    expect(walk(TRANSPORT, 'A', { s16: 'no', s22: 'no' })).toEqual([
      11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 24, 25, 26, 27, 28,
    ]);
  });

  it('carries what cannot be taken again by hand, never by tube', () => {
    expect(walk(TRANSPORT, 'B', { s31: 'yes', s36: 'yes' })).toContain(32);
    expect(step(TRANSPORT, 32).action).toMatch(/^no tube/);
    expect(walk(TRANSPORT, 'B', { s31: 'no', s36: 'yes' })).not.toContain(32);
  });

  it('looks for a missing specimen the same hour', () => {
    expect(ways(TRANSPORT, 36)).toEqual({ Yes: 38, No: 37 });
    expect(timerMinutes(TRANSPORT, step(TRANSPORT, 37))).toBe(15);
  });

  it('sends blood that is not used back by the rule of the blood bank', () => {
    expect(timerMinutes(TRANSPORT, step(TRANSPORT, 43))).toBe(30);
    expect(needs(TRANSPORT, 43)).toEqual(expect.arrayContaining(['runbook blood-bank', 'contact blood-bank']));
  });

  it('closes the logs only when every open item has an owner', () => {
    expect(ways(TRANSPORT, 63)).toEqual({ Yes: 64, No: 65 });
    expect(walk(TRANSPORT, 'all-clear', { s63: 'yes' })).toEqual([60, 61, 62, 63, 64, 65]);
  });
});
