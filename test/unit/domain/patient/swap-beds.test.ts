import { expect, test } from 'vitest';
import { movePatient } from '../../../../renderer/domain/patient/commands';
import { swapBeds } from '../../../../renderer/domain/patient/swap-beds';
import { at, ward } from './ward';

test('two patients lie in each other’s beds from one time on when they were swapped', () => {
  const w = ward();
  expect(w.run(swapBeds, { patient: 'p1', with: 'p2', occurredAt: at('05:10') }).ok).toBe(true);
  expect([w.patient('p1')?.bed, w.patient('p2')?.bed]).toEqual(['2', '1']);
  expect([w.patient('p1')?.movedAt, w.patient('p2')?.movedAt]).toEqual([at('05:10'), at('05:10')]);
});

test('nobody is moved when one of the two cannot be', () => {
  const w = ward();
  w.run(movePatient, { patient: 'p2', kind: 'died', occurredAt: at('05:00') });
  expect(w.run(swapBeds, { patient: 'p1', with: 'p2', occurredAt: at('05:10') })).toMatchObject({
    error: { code: 'move-not-allowed' },
  });
  expect(w.patient('p1')?.bed).toBe('1');
});

test('nobody is swapped with themselves, or with somebody unknown', () => {
  const w = ward();
  for (const other of ['p1', 'nobody'])
    expect(w.run(swapBeds, { patient: 'p1', with: other, occurredAt: at('05:10') })).toMatchObject({
      error: { code: 'unknown-patient' },
    });
});
