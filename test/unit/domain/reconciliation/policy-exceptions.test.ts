import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../renderer/content/policy-schema';
import { POLICIES } from '../../../../renderer/content/policies';
import { explainPolicy } from '../../../../renderer/domain/reconciliation/explain-policy';
import { applyPolicy, type Policy, type PolicyException } from '../../../../renderer/domain/reconciliation/policy';
import { shipped } from '../../content/library';
import { dose } from '../../../support/back-entry';

const provenance = { mark: 'S', sources: [] } as const;
const H = 3_600_000;
const [SHIPPED] = POLICIES;
if (!SHIPPED) throw new Error('no policy');

const withExceptions = (...exceptions: readonly PolicyException[]): Policy => ({ ...SHIPPED, exceptions });
const ed: PolicyException = {
  title: 'ED',
  dataClasses: ['doses'],
  wards: ['ED'],
  states: ['transferred'],
  do: 'scan',
  words: 'the receiving unit enters',
  provenance,
};
const doses = [dose('S1', 'a', { patient: 'gone' }), dose('S2', 'a', { patient: 'here' })];
const dispositions = (policy: Policy, ward: string, ms = H): readonly string[] =>
  applyPolicy(doses, policy, ms, ({ patient }) => ({
    ward,
    state: patient === 'gone' ? 'transferred' : 'present',
  })).map((item) => item.disposition);

describe('exceptions of a policy', () => {
  it('leave out only patients of that ward and state', () => {
    expect(dispositions(withExceptions(ed), 'ED')).toEqual(['scan', 'enter']);
    expect(dispositions(withExceptions(ed), '7B')).toEqual(['enter', 'enter']);
  });

  it('count only for their length of outage', () => {
    const long = { ...ed, bands: ['over-72h'] };
    expect(dispositions(withExceptions(long), 'ED')).toEqual(['enter', 'enter']);
    expect(dispositions(withExceptions(long), 'ED', 80 * H)[0]).toBe('scan');
  });

  it('leave the table as it is when nobody knows where a patient is', () => {
    expect(applyPolicy(doses, withExceptions(ed), H).map((item) => item.disposition)).toEqual(['enter', 'enter']);
  });

  it('are told to whom they concern and to nobody else', () => {
    expect(explainPolicy(withExceptions(ed), H, 'nursing').text).toContain('ED: the receiving unit enters.');
    expect(explainPolicy(withExceptions(ed), H, 'imaging').exceptions).toEqual([]);
  });

  it('are refused when they would drop an allergy, name no length we have, or fit everybody', () => {
    const { wards: _, states: __, ...forAll } = ed;
    const bad = withExceptions({ ...ed, dataClasses: ['allergies'] }, { ...ed, bands: ['a-week'] }, forAll);
    const codes = readPolicy(bad, shipped()).problems.map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['never-dropped', 'unknown-band', 'exception-for-all']));
  });
});
