import { describe, expect, test } from 'vitest';
import type { FormSession } from '../../../renderer/app/form-session';
import type { AnswerPath } from '../../../renderer/domain/form/form';
import { everyNode } from '../../../renderer/domain/form/filled-form';
import { declareMorningOutage, openTestBox, type TestBox } from '../../support/fake-box';

const PIN = '418207';

async function openVitals(made: TestBox): Promise<FormSession> {
  const patient = made.box.patients.board()[2];
  const opened = await made.box.forms.open({ form: 'F06', patient: patient?.id ?? '' });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function ward(): Promise<TestBox> {
  const made = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
  await declareMorningOutage(made);
  return made;
}

function pathOf(session: FormSession, linkId: string): AnswerPath {
  for (const node of everyNode(session.live.get().filled.nodes)) if (node.item.linkId === linkId) return node.path;
  throw new Error(`no ${linkId} on screen`);
}

/** Waits until scores are worked out and the draft is safe. */
async function settled(session: FormSession): Promise<void> {
  await expect.poll(() => session.live.get().calculating, { timeout: 20_000 }).toBe(false);
  await session.flush();
}

describe('a form session', () => {
  test('refuses to open a form when nobody is signed in or no outage is declared', async () => {
    const locked = await openTestBox({ snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
    expect(await locked.box.forms.open({ form: 'F06', patient: 'patient-1' })).toMatchObject({
      ok: false,
      error: { code: 'not-signed-in' },
    });
    const quiet = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
    expect(await quiet.box.forms.open({ form: 'F06', patient: 'patient-1' })).toMatchObject({
      ok: false,
      error: { code: 'no-outage' },
    });
  });

  test('keeps what was typed as a draft and finds it again when the form is opened once more', async () => {
    const made = await ward();
    const session = await openVitals(made);
    session.setAnswers(pathOf(session, 'hr'), [{ valueInteger: 124 }]);
    await settled(session);
    expect(session.live.get().savedAt).not.toBeNull();
    expect(made.box.state.get().drafts).toHaveLength(1);
    await session.close();

    const again = await openVitals(made);
    expect(JSON.stringify(again.live.get().response)).toContain('124');
    expect(made.box.state.get().drafts).toHaveLength(1);
    await again.discard();
    expect(made.box.state.get().drafts).toHaveLength(0);
  });

  test('leaves no draft behind when it is thrown away while a save is still being written', async () => {
    const made = await ward();
    const session = await openVitals(made);
    let finish: (() => void) | undefined;
    made.world.beforeDraft = () => new Promise((resolve) => (finish = resolve));
    session.setAnswers(pathOf(session, 'hr'), [{ valueInteger: 90 }]);
    await expect.poll(() => finish).toBeDefined();
    const thrownAway = session.discard();
    finish?.();
    await thrownAway;
    expect(await made.world.ports.drafts.list('am')).toEqual([]);
    expect(made.box.state.get().drafts).toHaveLength(0);
  });

  test('refuses to sign when the PIN is wrong or answers are missing, and keeps the draft', async () => {
    const made = await ward();
    const session = await openVitals(made);
    session.setAnswers(pathOf(session, 'hr'), [{ valueInteger: 90 }]);
    await settled(session);
    expect(await session.sign({ secret: '000000', meaning: 'authored' })).toMatchObject({
      ok: false,
      error: { code: 'wrong-secret' },
    });
    expect(await session.sign({ secret: PIN, meaning: 'authored' })).toMatchObject({
      ok: false,
      error: { code: 'errors-left' },
    });
    expect(made.box.state.get().drafts).toHaveLength(1);
    expect(made.box.forms.signedFor()).toHaveLength(0);
  });

  test('loses no key when answers arrive while a score is being worked out', async () => {
    const made = await ward();
    const session = await openVitals(made);
    for (const [linkId, value] of [
      ['hr', 124],
      ['rr', 26],
      ['bp-sys', 92],
    ] as const) {
      session.setAnswers(pathOf(session, linkId), [{ valueInteger: value }]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await settled(session);
    const text = JSON.stringify(session.live.get().response);
    for (const value of ['124', '26', '92']) expect(text).toContain(value);
  });
});
