import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { NO_MARKS } from '../../../renderer/domain/reconciliation/projection';
import { reconcile } from '../../../renderer/domain/reconciliation/queue';
import { dose, order } from '../../support/back-entry';
import { openBackEntry } from '../../support/recovery-ward';
import { openApp } from './open-app';

const LINES = 20_000;

/** Half orders, half doses that wait for them, over the 24 patients of the ward. */
const many = Array.from({ length: LINES / 2 }, (_, index) => {
  const serial = `DT-7B-${String(index).padStart(6, '0')}`;
  const patient = `patient-${(index % 24) + 1}`;
  const ready = index % 2 === 0 ? {} : { waitsFor: [{ serial, item: 'order' }] };
  return [order(serial, 'order', { patient }), dose(serial, 'dose', { patient, ...ready })];
}).flat();

const drawn = (): number => document.querySelectorAll('main li button').length;

test('opens, filters and walks a queue of 20,000 lines with only those in view drawn', async () => {
  const made = await openBackEntry();
  const began = performance.now();
  const view = reconcile({ id: made.outage, down: false }, many, NO_MARKS);
  const built = performance.now() - began;
  Object.assign(made.box.reconcile, { view: () => view });
  expect(view.items).toHaveLength(LINES);
  await openApp(made, '#/reconcile/complete');
  await expect.element(page.getByRole('row', { name: /Nursing/ })).toBeVisible();

  const opening = performance.now();
  location.hash = '#/reconcile/nursing';
  await expect.poll(drawn, { interval: 4 }).toBeGreaterThan(5);
  const opened = performance.now() - opening;
  expect(drawn()).toBeLessThan(120);

  const find = page.getByRole('textbox', { name: /Find/ });
  await find.fill('DT-7B-00999');
  await expect.element(page.getByText('10 lines', { exact: true })).toBeVisible();
  const input = document.querySelector<HTMLInputElement>('main section input') ?? new HTMLInputElement();
  const filtering = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'DT-7B-009998');
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => document.querySelector('main [role=status]')?.textContent, { interval: 2 }).toBe('1 line');
  const filtered = performance.now() - filtering;
  await find.fill('');

  const list = document.querySelector('main section ul') ?? document.body;
  list.scrollTop = 500_000;
  await expect
    .poll(() => document.querySelector('main li[aria-posinset]')?.getAttribute('aria-posinset'))
    .not.toBe('1');
  expect(drawn()).toBeLessThan(120);
  // For who runs it; no limit here, this PC may be busy.
  console.info(
    `queue of ${LINES}: built ${built.toFixed(0)} ms, opened ${opened.toFixed(0)} ms, filtered ${filtered.toFixed(0)} ms`,
  );
});
