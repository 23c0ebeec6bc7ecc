import { describe, expect, test } from 'vitest';
import { snapshotAge, wardHere } from '../../../../renderer/ui/box/readings';
import type { OutageState } from '../../../../renderer/domain/outage/outage';

const LIMITS = { staleAfterMinutes: 60, oldAfterMinutes: 120 };
const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;

describe('the age of the data', () => {
  test('follows the limits of the workstation when the EHR is up', () => {
    expect(snapshotAge(at('05:00'), at('05:59'), LIMITS)).toBe('fresh');
    expect(snapshotAge(at('05:00'), at('06:00'), LIMITS)).toBe('stale');
    expect(snapshotAge(at('05:00'), at('07:00'), LIMITS)).toBe('old');
  });
  test('stays amber for hours of a downtime when the data was fresh as the EHR stopped', () =>
    expect(snapshotAge(at('05:15'), at('12:00'), LIMITS, at('05:27'))).toBe('stale'));
  test('is old in a downtime when it was old as the EHR stopped, or after eight hours', () => {
    expect(snapshotAge(at('02:00'), at('05:30'), LIMITS, at('05:27'))).toBe('old');
    expect(snapshotAge(at('05:15'), at('13:15'), LIMITS, at('05:27'))).toBe('old');
  });
});

test('works for the ward that declared when this PC does not take part with its own', () => {
  const event = { ward: '7A', wards: [{ ward: '7A', since: at('05:31') }] } as unknown as OutageState;
  expect(wardHere(event, '7B')).toBe('7A');
  expect(wardHere({ ...event, wards: [...event.wards, { ward: '7B', since: at('05:40') }] }, '7B')).toBe('7B');
});
