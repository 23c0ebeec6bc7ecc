import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignedForm } from '../../../../renderer/domain/form/forms-state';
import type { ResponseItem } from '../../../../renderer/domain/form/response';
import type { Entry } from '../../../../renderer/domain/ledger/entry';
import { USUAL_LIMITS } from '../../../../renderer/domain/tracking/ageing-limits';
import { callResult, cancelRequest, noteStep, undoStep } from '../../../../renderer/domain/tracking/commands';
import {
  allSteps,
  foldTracking,
  liveSteps,
  NO_TRACKING,
  projectTracking,
  trackingFaults,
} from '../../../../renderer/domain/tracking/projection';
import { requestKindOf } from '../../../../renderer/domain/tracking/request-kinds';
import { requestSheet } from '../../../../renderer/domain/tracking/request-sheet';
import { byUrgency, trackRequest, type TrackedRequest } from '../../../../renderer/domain/tracking/tracked-request';
import { formOf } from '../../../support/form-answers';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
const choice = (linkId: string, repeats: boolean, ...codes: readonly string[]) => ({
  linkId,
  text: linkId,
  type: 'choice',
  repeats,
  answerOption: codes.map((code) => ({ valueCoding: { system: 'urn:x', code, display: code } })),
});
const LAB = formOf(
  [
    choice('priority', false, 'stat', 'routine', 'timed'),
    choice('tests', true, 'lactate', 'culture'),
    { linkId: 'timed-at', text: 'Timed', type: 'time' },
    { linkId: 'collected-at', text: 'Taken', type: 'dateTime' },
  ],
  { id: 'F10' },
);
const coding = (linkId: string, ...codes: readonly string[]): ResponseItem => ({
  linkId,
  answer: codes.map((code) => ({ valueCoding: { system: 'urn:x', code, display: code } })),
});

/** A request signed at 07:00. */
function signedForm(priority: string, more: readonly ResponseItem[] = [], serial = 'DT-7B02-0001-A'): SignedForm {
  const signature = {
    person: 'am',
    name: 'A',
    role: 'nurse',
    meaning: 'authored',
    signedAt: at('07:00'),
    signedWith: 'pin',
  } as const;
  const item = [coding('priority', priority), coding('tests', 'lactate', 'culture'), ...more];
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item } as const;
  const version = {
    entry: 'e1',
    response,
    occurredAt: at('07:00'),
    at: at('07:00'),
    by: 'am',
    signature,
    accepted: [],
  };
  return { serial, book: 'outage', form: 'F10', version: '1', patient: 'p1', versions: [version], conflicts: [] };
}

class Ward {
  readonly ledger = new TestLedger('ws');
  constructor(readonly form: SignedForm = signedForm('stat')) {}

  see(hhmm: string): TrackedRequest {
    const kind = requestKindOf(this.form.form);
    if (!kind) throw new Error('no request');
    return trackRequest(
      requestSheet(this.form, LAB, kind),
      projectTracking(this.ledger.entries),
      at(hhmm),
      USUAL_LIMITS,
    );
  }

  note(step: 'collected' | 'sent' | 'received' | 'resulted', hhmm: string, tests?: readonly string[]): Entry {
    const input = { step, occurredAt: at(hhmm), ...(tests ? { tests } : {}) };
    const [entry] = this.ledger.append(
      at(hhmm),
      accepted(noteStep(this.see(hhmm), input, { now: at(hhmm), by: 'am' })),
    );
    if (!entry) throw new Error('nothing written');
    return entry;
  }
}

const context = (hhmm: string) => ({ now: at(hhmm), by: 'am' });

describe('where a request is', () => {
  test('goes from requested to phoned when each step is noted', () => {
    const ward = new Ward();
    const seen = [ward.see('07:01').stage];
    for (const step of ['collected', 'sent', 'received', 'resulted'] as const) {
      expect(ward.see('07:05').next).toBe(step);
      ward.note(step, '07:05');
      seen.push(ward.see('07:05').stage);
    }
    const call = { occurredAt: at('07:06'), givenBy: 'Lab, J. Doe', readBack: true };
    ward.ledger.append(at('07:06'), accepted(callResult(ward.see('07:06'), call, context('07:06'))));
    expect([...seen, ward.see('07:06').stage]).toEqual([
      'requested',
      'collected',
      'sent',
      'received',
      'resulted',
      'called',
    ]);
    expect(ward.see('07:06')).toMatchObject({ waits: false });
  });

  test('stays where its slowest test is when one test is further', () => {
    const ward = new Ward();
    ward.note('sent', '07:05');
    ward.note('resulted', '07:20', ['lactate']);
    expect(ward.see('07:20').stage).toBe('sent');
    expect(ward.see('07:20').tests.map(({ code, stage }) => [code, stage])).toEqual([
      ['lactate', 'resulted'],
      ['culture', 'sent'],
    ]);
  });

  test('goes on with the other tests when one is cancelled', () => {
    const ward = new Ward();
    const input = { occurredAt: at('07:10'), tests: ['culture'], reason: 'Not needed' };
    ward.ledger.append(at('07:10'), accepted(cancelRequest(ward.see('07:10'), input, context('07:10'))));
    ward.note('resulted', '07:20');
    expect(ward.see('07:20')).toMatchObject({ stage: 'resulted' });
  });

  test('takes the time from the form when the form has one', () => {
    const taken = { linkId: 'collected-at', answer: [{ valueDateTime: at('07:03') }] };
    expect(new Ward(signedForm('stat', [taken])).see('07:05')).toMatchObject({ stage: 'collected', next: 'sent' });
  });

  test('keeps true time and time of noting when a step is noted late', () => {
    const ward = new Ward();
    const input = { step: 'received', occurredAt: at('07:10') } as const;
    ward.ledger.append(at('07:40'), accepted(noteStep(ward.see('07:40'), input, context('07:40'))));
    expect(liveSteps(projectTracking(ward.ledger.entries), ward.form.serial)).toMatchObject([
      { occurredAt: at('07:10'), at: at('07:40'), by: 'am' },
    ]);
  });
});

describe('ageing', () => {
  test.each([
    ['stat', '07:44', 'in-time'],
    ['stat', '07:45', 'amber'],
    ['stat', '08:00', 'red'],
    ['routine', '10:59', 'in-time'],
    ['routine', '13:00', 'red'],
  ])('of %s is at %s %s when nothing came', (priority, hhmm, level) => {
    expect(new Ward(signedForm(priority)).see(hhmm).ageing?.level).toBe(level);
  });

  test('counts from sending too when nobody received it', () => {
    const ward = new Ward();
    ward.note('sent', '07:05');
    expect(ward.see('07:25').ageing).toMatchObject({ clock: 'transit', level: 'red' });
  });

  test('counts to the call when an urgent result is there, and stops when a routine one is', () => {
    const [stat, routine] = [new Ward(), new Ward(signedForm('routine'))];
    stat.note('resulted', '07:10');
    routine.note('resulted', '07:10');
    expect(stat.see('07:26').ageing).toMatchObject({ clock: 'call', level: 'red' });
    expect(routine.see('20:00')).toMatchObject({ waits: false });
    expect(routine.see('20:00').ageing).toBeUndefined();
  });

  test('starts when a timed sample is due, tomorrow when the hour has passed', () => {
    const timed = (time: string) => signedForm('timed', [{ linkId: 'timed-at', answer: [{ valueTime: time }] }]);
    expect(new Ward(timed('12:00:00')).see('12:30').ageing?.level).toBe('in-time');
    expect(new Ward(timed('12:00:00')).see('14:00').ageing?.level).toBe('red');
    expect(new Ward(timed('06:00:00')).see('23:00').ageing?.level).toBe('in-time');
  });

  test('puts late ones on top and what is over last when requests are listed', () => {
    const late = new Ward(signedForm('stat', [], 'late'));
    const fresh = new Ward(signedForm('routine', [], 'fresh'));
    const over = new Ward(signedForm('routine', [], 'over'));
    over.note('resulted', '07:10');
    const list = [over, fresh, late].map((ward) => ward.see('08:30')).toSorted(byUrgency);
    expect(list.map(({ serial }) => serial)).toEqual(['late', 'fresh', 'over']);
  });
});

describe('refusals', () => {
  const now = context('07:30');
  const step = { step: 'sent', occurredAt: at('07:10') } as const;

  test('names what is wrong when a step cannot be noted', () => {
    const ward = new Ward();
    expect(refused(noteStep(undefined, step, now)).code).toBe('request-unknown');
    expect(refused(noteStep(ward.see('07:30'), { ...step, tests: ['mri'] }, now)).code).toBe('request-test-unknown');
    expect(refused(noteStep(ward.see('07:30'), { ...step, occurredAt: at('09:30') }, now)).code).toBe('in-future');
    ward.note('received', '07:20');
    expect(refused(noteStep(ward.see('07:30'), step, now)).code).toBe('request-step-done');
  });

  test('asks for caller and read-back when a result is phoned', () => {
    const request = new Ward().see('07:30');
    const call = { occurredAt: at('07:20'), givenBy: 'Lab', readBack: true };
    expect(refused(callResult(request, { ...call, readBack: false }, now)).code).toBe('read-back-missing');
    expect(refused(callResult(request, { ...call, givenBy: ' ' }, now)).code).toBe('caller-missing');
  });

  test('notes nothing more when the request is cancelled or its form struck through', () => {
    const ward = new Ward();
    const input = { occurredAt: at('07:10'), reason: 'Wrong patient' };
    ward.ledger.append(at('07:10'), accepted(cancelRequest(ward.see('07:10'), input, context('07:10'))));
    expect(refused(noteStep(ward.see('07:30'), step, now)).code).toBe('request-cancelled');
    const form = signedForm('stat');
    const [version] = form.versions;
    if (!version) throw new Error('no version');
    const struck = { entry: 'e2', reason: 'x', at: at('07:05'), by: 'am', signature: version.signature };
    expect(refused(noteStep(new Ward({ ...form, struck }).see('07:30'), step, now)).code).toBe('request-cancelled');
  });
});

describe('taking back', () => {
  test('returns to the step before and keeps what was taken back when undone', () => {
    const ward = new Ward();
    ward.note('collected', '07:05');
    ward.note('sent', '07:06');
    const state = projectTracking(ward.ledger.entries);
    ward.ledger.append(at('07:07'), accepted(undoStep(ward.see('07:07'), state, {}, { by: 'om' })));
    expect(ward.see('07:08').stage).toBe('collected');
    expect(allSteps(projectTracking(ward.ledger.entries), ward.form.serial)[1]?.undone).toMatchObject({ by: 'om' });
    const again = undoStep(ward.see('07:08'), projectTracking(ward.ledger.entries), { entry: 'ws-2' }, { by: 'om' });
    expect(refused(again).code).toBe('nothing-to-undo');
  });

  test('shows a fault when the step taken back is not in the ledger', () => {
    const ward = new Ward();
    ward.note('sent', '07:06');
    const undo = accepted(undoStep(ward.see('07:07'), projectTracking(ward.ledger.entries), {}, { by: 'am' }));
    const [lost] = ward.ledger.append(at('07:07'), undo);
    expect(trackingFaults(projectTracking(lost ? [lost] : []))).toEqual([lost?.id]);
  });
});

test('gives the same state when the same entries arrive in any order and more than once', () => {
  const ward = new Ward();
  const other = new TestLedger('other');
  ward.note('collected', '07:05');
  other.receive(ward.ledger.entries);
  other.append(
    at('07:06'),
    accepted(noteStep(ward.see('07:06'), { step: 'sent', occurredAt: at('07:06') }, context('07:06'))),
  );
  ward.note('received', '07:07', ['lactate']);
  ward.note('resulted', '07:08', ['lactate']);
  const state = projectTracking(ward.ledger.entries);
  for (const by of ['am', 'om'])
    other.append(at('07:09'), accepted(undoStep(ward.see('07:09'), state, { entry: 'ws-2' }, { by })));
  ward.ledger.receive(other.entries);
  const { entries } = ward.ledger;
  const whole = projectTracking(entries);
  const sorted = (map: ReadonlyMap<string, unknown>): unknown => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 }), (shuffled) => {
      const folded = shuffled.reduce(foldTracking, NO_TRACKING);
      expect(sorted(folded.steps)).toEqual(sorted(whole.steps));
      expect(sorted(folded.undone)).toEqual(sorted(whole.undone));
      expect(allSteps(folded, ward.form.serial)).toEqual(allSteps(whole, ward.form.serial));
    }),
    { numRuns: 200, seed: 5 },
  );
});
