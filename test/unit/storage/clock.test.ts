import { expect, test } from 'vitest';
import { isInstant, toEpochMs } from '../../../renderer/domain/basics/time';
import { createClock } from '../../../renderer/storage/clock';

// The unit tests run in Europe/Berlin.
test.each([
  ['2026-11-22T05:27:00.123+01:00', 'in winter'],
  ['2026-07-01T05:27:00.000+02:00', 'in summer'],
  ['2026-10-25T02:30:00.000+02:00', 'in the hour before the clock goes back'],
  ['2026-10-25T02:30:00.000+01:00', 'in the same hour once more'],
])('now is %s %s', (instant) => {
  const clock = createClock(() => new Date(instant));
  expect(clock.now()).toBe(instant);
  expect(isInstant(clock.now())).toBe(true);
  expect(toEpochMs(clock.now())).toBe(Date.parse(instant));
});
