import { describe, expect, it } from 'vitest';
import { shippedForm } from '../../../../renderer/content/forms';
import { eventTimeOf } from '../../../../renderer/domain/form/event-time';
import type { FormResponse } from '../../../../renderer/domain/form/response';

const NOW = '2026-11-22T07:41:00+01:00';
const vitals = shippedForm('F06');
const taken = (valueDateTime: string): FormResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item: [{ linkId: vitals?.items[0]?.linkId ?? '', item: [{ linkId: 'obs-at', answer: [{ valueDateTime }] }] }],
});

describe('eventTimeOf', () => {
  it('is the time the values were taken when the form says so', () => {
    if (!vitals) throw new Error('no F06');
    expect(eventTimeOf(vitals, taken('2026-11-22T06:50:00+01:00'), NOW)).toBe('2026-11-22T06:50:00+01:00');
  });

  it.each([
    ['lies ahead', '2026-11-22T08:50:00+01:00'],
    ['has no offset', '2026-11-22T06:50:00'],
    ['is a day only', '2026-11-22'],
  ])('is nothing when the answer %s', (_why, time) => {
    if (!vitals) throw new Error('no F06');
    expect(eventTimeOf(vitals, taken(time), NOW)).toBeUndefined();
  });
});
