import { describe, expect, it } from 'vitest';
import { DIRECTORY } from '../../../renderer/content/contacts';
import { DEFAULT_POLICY, POLICIES } from '../../../renderer/content/policies';
import { readPolicy } from '../../../renderer/content/policy-schema';
import { OUTAGE_PRESETS, SYSTEM_TEXTS } from '../../../renderer/content/systems';
import { SYSTEMS } from '../../../renderer/domain/outage/entries';
import { explainPolicy } from '../../../renderer/domain/reconciliation/explain-policy';
import { cellOf } from '../../../renderer/domain/reconciliation/policy';
import { libraryFiles, shipped } from './library';

const H = 3_600_000;
const policy = (id: string) => {
  const found = POLICIES.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('shipped policies', () => {
  it.each(libraryFiles('policies').map(({ file, json }) => [file, json] as const))(
    '%s has no error and no hole',
    (_file, json) => {
      expect(readPolicy(json, shipped()).problems).toEqual([]);
    },
  );

  it('start with the default', () => {
    expect(POLICIES[0]?.id).toBe(DEFAULT_POLICY);
  });

  it('always enter identity, allergies, orders and new lines', () => {
    const always = ['identity', 'allergies', 'code-status', 'medication-orders', 'lines', 'downtime-note'] as const;
    for (const one of POLICIES)
      for (const hours of [1, 3, 9, 30, 90])
        for (const row of always) expect(cellOf(one, row, hours * H)?.do).toBe('enter');
  });

  it('keep the published thresholds: 2 h, 6 h', () => {
    expect([1.9, 2].map((hours) => cellOf(policy('two-hours'), 'vital-signs', hours * H)?.do)).toEqual([
      'enter',
      'scan',
    ]);
    expect([5.9, 6].map((hours) => cellOf(policy('six-hours'), 'vital-signs', hours * H)?.do)).toEqual([
      'enter',
      'scan',
    ]);
  });

  it('tell a nurse in words what a night of 3 h 10 min means', () => {
    expect(explainPolicy(policy(DEFAULT_POLICY), 190 * 60_000, 'nursing').text).toBe(
      'For this outage of 3 h 10 min you enter allergies, alerts, weight and height, doses given (all), infusion totals and blood given, ' +
        'vital signs (first, last, abnormal), intake and output (shift totals), new lines, drains, devices and wounds, ' +
        'downtime note: from, to, where the paper is and newborn and other registry tests; the paper of notes and assessments is scanned. ' +
        'Patients moved to a ward that was not down: you type none of their charts, the receiving unit owns them; the paper is scanned. ' +
        'Patients who were discharged, left or died: vital signs and balances stay on the scanned paper; doses and orders are entered as for all.',
    );
  });

  it('names a hole in the table', () => {
    const holed = structuredClone(policy('two-hours')) as unknown as {
      rows: { dataClass: string; cells: Record<string, unknown> }[];
    };
    delete holed.rows[4]?.cells['over'];
    expect(readPolicy(holed, shipped()).problems).toMatchObject([
      { severity: 'error', code: 'cell-missing', where: 'rows[4].cells' },
    ]);
  });
});

describe('shipped directory and systems', () => {
  it('say that the numbers are a sample to be replaced', () => {
    expect(DIRECTORY.sample).toBe(true);
    expect(DIRECTORY.notice).toMatch(/SAMPLE/);
    expect(new Set(DIRECTORY.contacts.map((contact) => contact.id)).size).toBe(DIRECTORY.contacts.length);
  });

  it('name every system once, and only systems that exist', () => {
    expect(SYSTEM_TEXTS.map((one) => one.id).sort()).toEqual([...SYSTEMS].sort());
    expect(OUTAGE_PRESETS.flatMap((preset) => preset.systems).filter((one) => !SYSTEMS.includes(one))).toEqual([]);
  });
});
