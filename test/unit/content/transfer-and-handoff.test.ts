import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import { answered, optionOf } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';
import { settled, shipped, signedBy } from './settled';

const at = (time: string) => ({ valueDateTime: `2026-11-22T${time}:00+01:00` });
const text = (valueString: string) => ({ valueString });
const whole = (valueInteger: number) => ({ valueInteger });

describe('a transfer', () => {
  const form = shipped('F16');
  const filled = (answers: Parameters<typeof answered>[2]) => settled(form, answered(form, newResponse(form), answers));

  test('tells the balance only when both sums are there', async () => {
    expect((await filled({ intake: whole(1200), output: whole(1450) })).text('balance')).toBe('-250 mL');
    expect((await filled({ intake: whole(1200) })).text('balance')).toBe('');
  });

  test('tells minutes on the way and minutes boarded, also past midnight', async () => {
    const { text: said } = await filled({
      'departed-at': at('23:50'),
      'arrived-at': { valueDateTime: '2026-11-23T00:12:00+01:00' },
      'boarding-from': at('20:00'),
      'boarding-to': at('23:50'),
    });
    expect([said('on-the-way'), said('boarded')]).toEqual(['22 min', '230 min']);
  });

  test('refuses an admission before its order, and a new status without the time of its order', async () => {
    const early = { 'status-order-at': at('10:00'), 'admission-at': at('09:00') };
    expect((await filled(early)).broken).toEqual(['admission-at error']);
    expect((await filled({ 'status-after': optionOf(form, 'status-after', 'inpatient') })).broken).toEqual([
      'status-order-at error',
    ]);
  });

  test('starts with what runs and what was given last', async () => {
    const response = prefillForm({
      definition: form,
      response: newResponse(form),
      facts: MAJA,
      asOf: '2026-11-22T05:15:00+01:00',
    });
    const { text: said } = await settled(form, response);
    expect(said('infusion-drug')).toBe('Sodium chloride 0.9 %');
    expect(said('medicine')).toBe('Metoprolol | Paracetamol | Insulin lispro | Furosemide');
    expect(backEntryItems(form, signedBy(form, response))).toEqual([]);
  });

  test('gives the move to registration, code status to the doctor, the rest to nursing', () => {
    const response = answered(form, newResponse(form), {
      event: optionOf(form, 'event', 'up'),
      'to-bed': text('ICU 4'),
      'code-status': text('Not for resuscitation'),
      hr: whole(124),
      intake: whole(1200),
      'departed-at': at('06:40'),
      'arrived-at': at('06:55'),
    });
    expect(
      backEntryItems(form, signedBy(form, response)).map(({ priority, owner, dataClass, occurredAt }) => [
        priority,
        owner,
        dataClass,
        occurredAt.slice(11, 16),
      ]),
    ).toEqual([
      [1, 'registration', 'identity', '06:55'],
      [2, 'physician', 'code-status', '06:40'],
      [6, 'nursing', 'vital-signs', '07:41'],
      [6, 'nursing', 'intake-output', '06:40'],
    ]);
  });
});

describe('a hand-off', () => {
  const form = shipped('F18');
  const filled = (answers: Parameters<typeof answered>[2]) => settled(form, answered(form, newResponse(form), answers));

  test('is not done before the receiver has said it back', async () => {
    const from = { from: text('A. Moreau RN') };
    expect((await filled(from)).broken).toEqual(['read-back error']);
    expect((await filled({ ...from, 'read-back': { valueBoolean: false } })).broken).toEqual(['read-back error']);
    expect((await filled({ ...from, 'read-back': { valueBoolean: true } })).broken).toEqual([]);
    expect((await filled({ ...from, synthesis: text('Watch the potassium, call at 6.0') })).broken).toEqual([]);
  });

  test('counts the minutes to the answer of an escalation, and says when it came late', async () => {
    const call = {
      'handoff-type': optionOf(form, 'handoff-type', 'escalation'),
      'handoff-at': at('02:10'),
      'responded-at': at('02:45'),
      'read-back': { valueBoolean: true },
    };
    const inTime = await filled({ ...call, 'expected-within': whole(35) });
    expect([inTime.text('response-min'), inTime.broken]).toEqual(['35 min', []]);
    expect((await filled({ ...call, 'expected-within': whole(30) })).broken).toEqual(['responded-at warning']);
  });

  test('asks for a reason only when it is an escalation', async () => {
    const wanting = async (type: string) =>
      (await filled({ 'handoff-type': optionOf(form, 'handoff-type', type) })).findings
        .filter(({ code }) => code === 'required')
        .map(({ linkId }) => linkId);
    expect(await wanting('escalation')).toContain('escalation-reason');
    expect(await wanting('shift')).not.toContain('escalation-reason');
  });
});

describe('a consent', () => {
  const form = shipped('F15');
  const wanting = async (by: string) =>
    (await settled(form, answered(form, newResponse(form), { capacity: optionOf(form, 'capacity', by) }))).findings
      .filter(({ code }) => code === 'required')
      .map(({ linkId }) => linkId)
      .filter((linkId) => /signature|witness|doctor|emergency|surrogate/.test(linkId));

  test('is signed by the patient, or by who decides, or by two doctors when there was no time', async () => {
    expect(await wanting('patient')).toEqual(['patient-signature', 'witness']);
    expect(await wanting('surrogate')).toEqual([
      'surrogate-name',
      'surrogate-relation',
      'surrogate-phone',
      'patient-signature',
      'witness',
    ]);
    expect(await wanting('emergency')).toEqual(['emergency-reason', 'doctor-1', 'doctor-2']);
  });

  test('goes to nursing as an alert only when something was refused', () => {
    const owners = (refused: string, which?: string) => {
      const response = answered(form, newResponse(form), {
        refused: optionOf(form, 'refused', refused),
        ...(which === undefined ? {} : { 'refused-which': text(which) }),
      });
      return backEntryItems(form, signedBy(form, response)).map(({ owner, disposition }) => `${owner} ${disposition}`);
    };
    expect(owners('nothing')).toEqual(['medical-records scan']);
    expect(owners('all', 'All blood; accepts albumin')).toEqual(['nursing enter', 'medical-records scan']);
  });
});

describe('an imaging request', () => {
  const form = shipped('F12');
  const broken = async (answers: Parameters<typeof answered>[2]) =>
    (await settled(form, answered(form, newResponse(form), answers))).broken;
  const iv = { contrast: [optionOf(form, 'contrast', 'oral'), optionOf(form, 'contrast', 'iv')] };

  test('questions IV contrast when the kidneys are weak, not known, or there was a reaction', async () => {
    expect(await broken(iv)).toEqual(['egfr warning']);
    expect(await broken({ ...iv, egfr: whole(29) })).toEqual(['egfr warning']);
    expect(await broken({ ...iv, egfr: whole(30) })).toEqual([]);
    expect(await broken({ ...iv, egfr: whole(80), 'contrast-allergy': { valueBoolean: true } })).toEqual([
      'contrast-allergy warning',
    ]);
    expect(await broken({ contrast: optionOf(form, 'contrast', 'none'), egfr: whole(10) })).toEqual([]);
  });

  test('questions radiation when a pregnancy is possible, and not sound or magnet', async () => {
    const maybe = (modality: string) =>
      broken({ modality: optionOf(form, 'modality', modality), pregnancy: optionOf(form, 'pregnancy', 'possible') });
    expect(await Promise.all(['ct', 'xr', 'us', 'mr'].map(maybe))).toEqual([
      ['pregnancy warning'],
      ['pregnancy warning'],
      [],
      [],
    ]);
  });

  test('holds an MR when there is metal or nobody knows', async () => {
    const mr = (implant: string) =>
      broken({ modality: optionOf(form, 'modality', 'mr'), implants: optionOf(form, 'implants', implant) });
    expect(await Promise.all(['none', 'narrow', 'pacemaker', 'not-known'].map(mr))).toEqual([
      [],
      [],
      ['implants warning'],
      ['implants warning'],
    ]);
  });
});
