import { expect, test } from 'vitest';
import type { Entry } from '../../../../renderer/domain/ledger/entry';
import { breakGlassUses, reviewUse } from '../../../../renderer/domain/workstation/break-glass';
import { TestLedger } from '../../../support/test-ledger';

const AT = '2026-11-22T07:41:05.000+01:00';

function usedOnce(): { ledger: TestLedger; use: Entry } {
  const ledger = new TestLedger('WS-7B-02');
  const payload = { name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' } as const;
  const [use] = ledger.append(AT, [
    { book: 'workstation', subject: 'p1', by: 'p1', type: 'break-glass.used', payload },
  ]);
  if (!use) throw new Error('not appended');
  return { ledger, use };
}

test('a use has no review until a manager writes one', () => {
  const { ledger, use } = usedOnce();
  expect(breakGlassUses(ledger.entries)).toEqual([
    { id: use.id, at: use.at, person: 'p1', name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' },
  ]);
  const review = reviewUse(ledger.entries, use.id, 'm');
  if (!review.ok) throw new Error(review.error.code);
  ledger.append(AT, review.value);
  expect(breakGlassUses(ledger.entries)).toMatchObject([{ reviewed: { by: 'm', at: AT } }]);
});

test('the first review stands when two reached the ledger, as from two PCs', () => {
  const { ledger, use } = usedOnce();
  for (const by of ['m', 'n']) {
    const payload = { use: use.id };
    ledger.append(AT, [{ book: 'workstation', subject: 'p1', by, type: 'break-glass.reviewed', payload }]);
  }
  expect(breakGlassUses(ledger.entries)).toMatchObject([{ reviewed: { by: 'm' } }]);
});

test('a review is refused when the use is unknown or was reviewed', () => {
  const { ledger, use } = usedOnce();
  expect(reviewUse(ledger.entries, 'nothing', 'm')).toEqual({ ok: false, error: { code: 'unknown-use' } });
  const review = reviewUse(ledger.entries, use.id, 'm');
  ledger.append(AT, review.ok ? review.value : []);
  expect(reviewUse(ledger.entries, use.id, 'm')).toEqual({ ok: false, error: { code: 'already-reviewed' } });
});
