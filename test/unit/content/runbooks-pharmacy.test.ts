import { describe, expect, it } from 'vitest';
import { pathFrom } from '../../../renderer/domain/runbook/path';
import { stepsOf } from '../../../renderer/domain/runbook/runbook';
import { paperRunbook } from '../../../renderer/exchange/print/sheets/paper-runbook';
import { CONTEXT } from '../../support/paper/sample-sheets';
import { readByNumber } from './runbook-by-number';

const pharmacy = readByNumber('pharmacy');

describe('pharmacy runbook', () => {
  it('checks the doses given before the first live dose, and both before paper doses are charted', () => {
    const order = stepsOf(pharmacy.runbook).map(({ step: { number }, phase }) => [number, phase.id]);
    const place = (number: number) => order.findIndex(([one]) => one === number);
    expect(order[place(57)]).toEqual([57, 'all-clear']);
    expect(order[place(58)]).toEqual([58, 'all-clear']);
    expect(order[place(59)]).toEqual([59, 'back-entry']);
    expect(pharmacy.step(57).action).toBe('drug, last time, next due, per patient');
    expect(pharmacy.step(58).object).toBe('First live dose');
    expect([pharmacy.after(57), pharmacy.after(58)]).toEqual([58, 59]);
    expect(pharmacy.step(59).action).toContain('only after pharmacy entered the order');
  });

  it('sends a dose that can wait through the pharmacist when somebody thinks of override', () => {
    expect(pharmacy.answers(20)).toEqual({ Yes: 11, 'No, delay harms': 21 });
    expect(pharmacy.reachable(11)).toContain(14);
  });

  it('has order, patient and second check before the drawer is opened when overriding', () => {
    const path = pathFrom(pharmacy.runbook, 'A', {
      ...Object.fromEntries([21, 22, 23, 24, 25, 26, 27, 28].map((number) => [`s${number}`, 'done'])),
      s20: 'no-delay-harms',
    });
    expect(path.taken.map((one) => one.step.number)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28]);
    expect(pharmacy.step(21).action).toContain('before removal');
    expect(pharmacy.step(24).object).toBe('Removal');
  });

  it('stops at the controlled-drug officer when the count differs', () => {
    expect(pharmacy.answers(34)).toEqual({ No: 35, Yes: 'end' });
    expect(pharmacy.needs(34)).toEqual(['F21', 'controlled-drug-officer']);
  });

  it('takes each cabinet fault its own way and announces in every case who may pull what', () => {
    expect(pharmacy.answers(4)).toEqual({ 'Profiles stale only': 5, 'One cabinet dead': 6, 'All dead': 7 });
    expect([5, 6, 7].map((number) => pharmacy.after(number))).toEqual([8, 8, 8]);
  });

  it('goes back to the order sheet when an order is not complete, legible and safe', () => {
    expect(pharmacy.answers(16)).toEqual({ Yes: 18, No: 17 });
    expect(pharmacy.after(17)).toBe(9);
  });

  it('names what may never be pulled by override', () => {
    const never = pharmacy.runbook.before.equipment.find(({ text }) => text.startsWith('List C'));
    expect(never?.text).toMatch(/never by override.*concentrated electrolytes/);
    expect(never?.provenance.mark).toBe('K');
  });

  it('carries the override lists and what to do before a planned outage when printed', () => {
    const { pages } = paperRunbook(pharmacy.runbook, { paper: 'A4', context: CONTEXT });
    const printed = pages.map(({ html }) => html.replaceAll(/<[^>]+>|\s+/g, '')).join('');
    expect(printed).toContain('neverbyoverride');
    expect(printed).toContain('finishmedicationorders');
  });
});
