import { describe, expect, it } from 'vitest';
import { readByNumber } from './runbook-by-number';

const lab = readByNumber('laboratory');

describe('laboratory runbook', () => {
  it('has the patient identified again when a mislabelled specimen can be redrawn', () => {
    expect(lab.answers(21)).toEqual({ No: 24, 'Yes, can be redrawn': 22, 'Yes, irreplaceable': 23 });
    expect(lab.after(22)).toBe(12);
    expect(lab.step(12).action).toContain('two identifiers');
  });

  it('keeps an irreplaceable specimen by a signed exception and says it never holds for blood bank samples', () => {
    expect(lab.after(23)).toBe(24);
    expect(lab.step(23).why).toContain('never a blood-bank sample');
  });

  it('opens the critical results before the report goes out when a value is critical', () => {
    expect(lab.needs(29)).toContain('critical-results');
    expect(lab.step(29).options?.[0]?.instruction).toContain('step 6');
    expect(lab.answers(29)).toEqual({ Yes: 30, No: 30 });
    expect(lab.needs(43)).toContain('critical-results');
  });

  it('chases a result by two limits, one for STAT and one for routine, when it is overdue', () => {
    const shown = lab.runbook.settings.filter(({ id }) => lab.step(35).settings?.includes(id));
    expect(shown.map(({ value, unit, provenance }) => [value, unit, provenance.mark])).toEqual([
      [60, 'min', 'read'],
      [4, 'h', 'K'],
    ]);
    expect(lab.answers(37)).toEqual({ Yes: 39, No: 38 });
  });

  it('sends STAT by hand after a call and routine with the round, and both arrive at the stamp', () => {
    expect(lab.answers(17)).toEqual({ Yes: 18, No: 19 });
    expect([lab.after(18), lab.after(19)]).toEqual([20, 20]);
    expect(lab.minutes(19)).toBe(30);
  });

  it('lets the laboratory alone enter its orders when the EHR is back, registration first', () => {
    expect(lab.step(58).roles).toEqual(['LAB']);
    expect(lab.after(57)).toBe(58);
    expect(lab.step(57).roles).toEqual(['REG']);
  });
});
