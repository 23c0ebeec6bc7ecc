import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../renderer/domain/runbook/runbook';
import { RUNBOOK_ROLES_OF } from '../../../renderer/domain/runbook/steps-for';
import { timerMinutes } from '../../../renderer/domain/runbook/timers';
import { shippedRunbook } from './runbook-by-number';

const DEPARTMENTS = ['laboratory', 'critical-results', 'pharmacy', 'imaging', 'registration'];

describe('department runbooks', () => {
  it.each(DEPARTMENTS)('%s leaves no step to a role without a card', (id) => {
    const onCards = new Set(['ALL', ...Object.values(RUNBOOK_ROLES_OF).flat()]);
    const lost = stepsOf(shippedRunbook(id)).filter((one) => !one.step.roles.some((role) => onCards.has(role)));
    expect(lost.map((one) => one.step.number)).toEqual([]);
  });

  it.each(DEPARTMENTS)('%s gives each timer a number', (id) => {
    const timed = stepsOf(shippedRunbook(id)).filter((one) => one.step.timer);
    expect(timed.length).toBeGreaterThan(0);
    expect(timed.filter((one) => (timerMinutes(shippedRunbook(id), one.step) ?? 0) <= 0)).toEqual([]);
  });

  it.each(DEPARTMENTS)('%s has steps numbered as in its text and each form it needs named beforehand', (id) => {
    const steps = stepsOf(shippedRunbook(id)).map((one) => one.step);
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, n) => n + 1));
    const forms = steps.flatMap((one) => one.needs.filter(({ kind }) => kind === 'form').map((need) => need.id));
    expect(forms.filter((form) => !shippedRunbook(id).before.forms.includes(form))).toEqual([]);
  });

  it.each([
    ['laboratory', ['REG']],
    ['critical-results', ['LAB']],
    ['pharmacy', ['REG', 'RN']],
    ['imaging', ['REG']],
    ['registration', ['REG']],
  ])('%s has %s enter first when the EHR is back', (id, who) => {
    const rows = [...shippedRunbook(id).backEntry].sort((a, b) => a.order - b.order);
    expect(rows[0]?.who).toEqual(who);
  });
});
