import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app-driver';
import { type BatchWard, openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { packagedApp } from '../support/packaged-app';
import { triedTimes } from './tries';

// Somebody at the ward PC who tries one PIN after the other, with everything a person can do there: wait, start the app
// again, set the clock. In the end that one slot is closed and everybody else still gets in.

const PIN = '48291736';
const HOUR = 3_600_000;

let ward: BatchWard;
let running: RunningApp;
let person = '';
let code = '';

beforeAll(async () => {
  ward = openBatchWard();
  await ward.run(...SET_UP);
  await start();
  await signIn(running.page, PASSPHRASE);
  const made = await running.page.evaluate(async (pin) => {
    const box = window.__downtimeBoxTest?.box;
    const enrolled = await box?.enrol({ name: 'Nora Nurse', role: 'nurse', pin });
    const codes = await box?.breakGlass.make(1);
    return enrolled?.ok && codes?.ok ? { person: enrolled.value.person, code: codes.value[0] ?? '' } : undefined;
  }, PIN);
  if (!made) throw new Error('no PIN or no break-glass code was made');
  ({ person, code } = made);
  await startAgain();
});

afterAll(async () => {
  await running.close();
  ward.remove();
});

async function start(): Promise<void> {
  running = await startApp(packagedApp(), { profile: ward.profile });
  await boxRunning(running.page);
}

async function startAgain(): Promise<void> {
  await running.close();
  await start();
}

/** `ok`, or the refusal's code. */
const tryPin = (pin: string): Promise<string> =>
  running.page.evaluate(
    async ([who, secret]) => {
      const answer = await window.__downtimeBoxTest?.box.signIn({ kind: 'pin', person: who, secret });
      if (!answer) return 'no box';
      return answer.ok ? 'ok' : answer.error.code;
    },
    [person, pin] as const,
  );

/** Lets time pass for the main process: its up-time, which nobody can set. */
const letPass = (ms: number): Promise<void> =>
  running.app.evaluate((_electron, forward) => {
    const real = performance.now.bind(performance);
    performance.now = () => real() + forward;
  }, ms);

/** What somebody does with the clock of the PC. */
const setClock = (ms: number): Promise<void> =>
  running.app.evaluate((_electron, forward) => {
    const real = Date.now();
    Object.defineProperty(Date.prototype, 'getTime', {
      configurable: true,
      value(this: Date) {
        return this.valueOf() + forward;
      },
    });
    Date.now = () => real + forward;
  }, ms);

test('five wrong PINs are answered at once, the right one then has to wait too', async (context) => {
  // The tries are written down with a time long gone, as if the clock had been set back before and right again after.
  await setClock(-24 * HOUR);
  const answers = [];
  for (let i = 0; i < 5; i += 1) answers.push(await tryPin(`9000000${i}`));
  expect(answers).toEqual(Array.from({ length: 5 }, () => 'wrong-secret'));
  expect(await tryPin(PIN)).toBe('wait');
  triedTimes(context, 6);
});

test('neither a new start nor a clock set forward or back ends the wait', async (context) => {
  await setClock(48 * HOUR);
  expect(await tryPin(PIN)).toBe('wait');
  await startAgain();
  expect(await tryPin(PIN)).toBe('wait');
  await setClock(-48 * HOUR);
  expect(await tryPin(PIN)).toBe('wait');
  triedTimes(context, 3);
});

test('ten wrong PINs close the slot, for good and over a new start', async (context) => {
  for (let i = 5; i < 10; i += 1) {
    await letPass(HOUR);
    expect(await tryPin(`9000000${i}`)).toBe('wrong-secret');
  }
  await letPass(24 * HOUR);
  expect(await tryPin(PIN)).toBe('slot-closed');
  await startAgain();
  await letPass(24 * HOUR);
  expect(await tryPin(PIN)).toBe('slot-closed');
  triedTimes(context, 7);
});

test('a break-glass code and a passphrase still open: the workstation locks nobody out', async (context) => {
  const opened = await running.page.evaluate(async (given) => {
    const input = { code: given, name: 'Nora Nurse', role: 'nurse', reason: 'PIN closed' } as const;
    return (await window.__downtimeBoxTest?.box.breakGlass.open(input))?.ok ?? false;
  }, code);
  expect(opened).toBe(true);
  await startAgain();
  await signIn(running.page, PASSPHRASE);
  triedTimes(context, 2);
});
