import { expect, test } from 'vitest';
import { USUAL_LIMITS } from '../../../../renderer/domain/tracking/ageing-limits';
import { siteLimits } from '../../../../renderer/domain/tracking/site-limits';

test('the hospital’s limit replaces one clock, all others stay', () => {
  const limits = siteLimits({ laboratory: { stat: { result: { amber: 30, red: 40 } } } });
  expect(limits.laboratory['stat']).toEqual({
    ...USUAL_LIMITS.laboratory['stat'],
    result: { amber: 30, red: 40 },
  });
  expect(limits.imaging).toEqual(USUAL_LIMITS.imaging);
});

test.each([
  ['is no object', 'fast'],
  ['has red before amber', { laboratory: { stat: { result: { amber: 60, red: 30 } } } }],
  ['is not in whole minutes', { laboratory: { stat: { result: { amber: 0.5, red: 30 } } } }],
  ['is for ever', { laboratory: { stat: { result: { amber: 60, red: 1e9 } } } }],
])('the usual limits hold when what was set %s', (_why, given) => {
  expect(siteLimits(given)).toEqual(USUAL_LIMITS);
});
