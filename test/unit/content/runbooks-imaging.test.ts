import { describe, expect, it } from 'vitest';
import { readByNumber } from './runbook-by-number';

const critical = readByNumber('critical-results');
const imaging = readByNumber('imaging');

describe('imaging runbook', () => {
  it('scans in MR only after both screens, and without a clear screen only when both doctors agree', () => {
    expect(imaging.answers(13)).toEqual({ Yes: 14, No: 19 });
    for (const screen of [14, 15, 16, 17]) expect(imaging.reachable(14, [screen])).not.toContain(19);
    expect(imaging.answers(17)).toEqual({ Yes: 19, 'No or unsure': 18 });
    expect(imaging.answers(18)).toEqual({ Yes: 19, No: 'end' });
    expect(imaging.step(18).options?.[1]?.instruction).toBe('no scan');
  });

  it('has no image deleted before the archive confirms when the console runs full', () => {
    expect(imaging.answers(36)).toEqual({ No: 37, Yes: 37 });
    expect(imaging.step(37).action).toBe('never delete before archive confirms receipt');
    expect(imaging.runbook.settings.find(({ id }) => id === 'disk-free')).toMatchObject({
      unit: 'percent',
      value: 20,
    });
    expect(imaging.step(36).settings).toContain('disk-free');
  });

  it('uses the MRN unchanged when there is one and the downtime number when there is none', () => {
    expect(imaging.step(22).options?.map(({ label, instruction }) => [label, instruction])).toEqual([
      ['Yes', 'use it unchanged'],
      ['No', 'use downtime number'],
    ]);
  });

  it('opens the critical results at the step of imaging when a finding is critical, and still sends the report', () => {
    expect(imaging.needs(30)).toContain('critical-results');
    expect(imaging.step(30).options?.[0]?.instruction).toContain('step 38');
    expect(critical.step(38).roles).toEqual(['RAD']);
    expect(imaging.answers(30)).toEqual({ Yes: 31, No: 31 });
  });

  it('guesses no match when several orders fit a study', () => {
    expect(imaging.answers(51)).toEqual({ Yes: 53, None: 53, 'Several or conflicting': 52 });
    expect(imaging.step(52).action).toContain('no guess');
  });
});
