import { describe, expect, test } from 'vitest';
import { onWardClock, wardTimes } from '../../../renderer/app/ward-clock';

// The unit tests run in Europe/Berlin.
const NOW = '2026-11-22T07:40:00.000+01:00';

describe('a moment in UTC', () => {
  test('is shown as the clock on the wall showed it, in summer as in winter', () => {
    expect(onWardClock('2026-11-22T05:00:00Z', NOW)).toMatch(/^2026-11-22T06:00:00(\.000)?\+01:00$/);
    expect(onWardClock('2026-07-22T05:00:00Z', NOW)).toMatch(/^2026-07-22T07:00:00(\.000)?\+02:00$/);
  });

  test('is turned wherever it stands, and nothing else is touched', () => {
    const patient = {
      mrn: '2026-11-22',
      birthDate: '1950-01-13',
      note: 'seen 05:00Z',
      observations: [{ value: '120', at: '2026-11-21T23:30:00Z' }],
      medicines: [{ name: 'X', lastGivenAt: '2026-11-22T04:00:00.000-05:00' }],
    };
    const shown = wardTimes(patient, NOW);
    expect(shown.observations[0]?.at).toMatch(/^2026-11-22T00:30:00/);
    expect(shown).toMatchObject({ mrn: '2026-11-22', birthDate: '1950-01-13', note: 'seen 05:00Z' });
    expect(shown.medicines).toBe(patient.medicines);
  });

  test('stays as written where the ward runs in UTC', () => {
    const now = '2026-11-22T07:40:00.000+00:00';
    expect(wardTimes({ at: '2026-11-22T05:00:00Z' }, now)).toEqual({ at: '2026-11-22T05:00:00Z' });
  });
});
