import { describe, expect, test } from 'vitest';
import { amendForm, type FormRefusal, signForm, strikeThroughForm } from '../../../../renderer/domain/form/commands';
import type { Result } from '../../../../renderer/domain/basics/result';
import { latestVersion, NO_FORMS, type FormsState } from '../../../../renderer/domain/form/forms-state';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { foldForms, formsOfPatient, projectForms } from '../../../../renderer/domain/form/projection';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import { answered, formOf } from '../../../support/form-answers';

const form = formOf([{ linkId: 'a', type: 'string', text: 'A', required: true }]);
const now = '2026-11-22T07:41:00.000+01:00';
const context = { now, newId: () => 'id', by: 'u-moreau' };
const nobody = { ...context, by: '-' };
const signer = { name: 'A. Moreau', role: 'nurse', signedWith: 'pin' } as const;
const response = answered(form, newResponse(form), { a: { valueString: 'x' } });
const sign = { book: 'outage-1', serial: 'DT-7B-0001', patient: 'p1', definition: form, response, signer };

let count = 0;
function written(result: Result<readonly NewEntry[], FormRefusal>, device = 'd1'): readonly Entry[] {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.map((entry) => {
    count += 1;
    return { ...entry, id: `e${count}`, device, seq: count, lamport: count, at: now, v: 1, prev: '' };
  });
}
const codeOf = (result: Result<unknown, FormRefusal>) => (result.ok ? 'ok' : result.error.code);
const fold = (state: FormsState, entries: readonly Entry[]) => entries.reduce(foldForms, state);

describe('signForm', () => {
  test('writes exactly one entry with the version, the times and the signature when all is well', () => {
    expect(signForm(NO_FORMS, { ...sign, occurredAt: '2026-11-22T07:30:00.000+01:00' }, context)).toEqual({
      ok: true,
      value: [
        {
          book: 'outage-1',
          subject: 'DT-7B-0001',
          by: 'u-moreau',
          type: 'form.signed',
          content: { id: 'T1', version: '1' },
          payload: {
            serial: 'DT-7B-0001',
            form: 'T1',
            version: '1',
            patient: 'p1',
            response: { ...response, questionnaire: 'urn:downtime-box:form:T1|1', status: 'completed', authored: now },
            occurredAt: '2026-11-22T07:30:00.000+01:00',
            accepted: [],
            signature: {
              person: 'u-moreau',
              name: 'A. Moreau',
              role: 'nurse',
              meaning: 'authored',
              signedAt: now,
              signedWith: 'pin',
            },
          },
        },
      ],
    });
  });

  test.each([
    ['nobody is signed in', sign, nobody, 'not-signed-in'],
    ['an error is left', { ...sign, response: newResponse(form) }, context, 'errors-left'],
    [
      'the answers are of another version',
      { ...sign, response: { ...response, questionnaire: 'urn:downtime-box:form:T1|2' } },
      context,
      'wrong-form',
    ],
    [
      'the answers are of another form',
      { ...sign, response: { ...response, questionnaire: 'http://example.org/Other' } },
      context,
      'wrong-form',
    ],
    ['it happens tomorrow', { ...sign, occurredAt: '2026-11-23T07:00:00.000+01:00' }, context, 'bad-time'],
    ['its time is none', { ...sign, occurredAt: 'yesterday' }, context, 'bad-time'],
  ])('is refused when %s', (_, input, by, code) => {
    expect(codeOf(signForm(NO_FORMS, input, by))).toBe(code);
  });

  test('is refused when the serial is used', () => {
    expect(codeOf(signForm(fold(NO_FORMS, written(signForm(NO_FORMS, sign, context))), sign, context))).toBe(
      'serial-taken',
    );
  });
});

describe('amendForm', () => {
  const signed = written(signForm(NO_FORMS, sign, context));
  const state = fold(NO_FORMS, signed);
  const changed = answered(form, response, { a: { valueString: 'y' } });
  const amend = { ...sign, response: changed, reason: ' wrong arm ' };

  test('stands beside the original with its reason when something changed', () => {
    const next = fold(state, written(amendForm(state, amend, context))).bySerial.get(sign.serial);
    expect(next?.versions.map(({ reason, corrects }) => [reason, corrects])).toEqual([
      [undefined, undefined],
      ['wrong arm', signed[0]?.id],
    ]);
    expect(next && latestVersion(next).response).toMatchObject({ status: 'amended', item: changed.item });
    expect(next?.versions[0]?.response.item).toEqual(response.item);
  });

  test.each([
    ['nobody is signed in', amend, nobody, 'not-signed-in'],
    ['nothing changed', { ...amend, response }, context, 'nothing-changed'],
    ['no reason is given', { ...amend, reason: '  ' }, context, 'reason-missing'],
    ['the serial is unknown', { ...amend, serial: 'DT-9' }, context, 'unknown-serial'],
    ['it is for another patient', { ...amend, patient: 'p2' }, context, 'other-patient'],
    [
      'it is checked against another version',
      { ...amend, definition: { ...form, version: '2' } },
      context,
      'wrong-form',
    ],
    ['an error is left', { ...amend, response: newResponse(form) }, context, 'errors-left'],
  ])('is refused when %s', (_, input, by, code) => {
    expect(codeOf(amendForm(state, input, by))).toBe(code);
  });

  test('is allowed when only the time it happened was wrong', () => {
    expect(codeOf(amendForm(state, { ...amend, response, occurredAt: '2026-11-22T06:00:00.000+01:00' }, context))).toBe(
      'ok',
    );
  });
});

describe('strikeThroughForm', () => {
  const state = fold(NO_FORMS, written(signForm(NO_FORMS, sign, context)));
  const strike = { serial: sign.serial, reason: 'wrong patient', signer };

  test('leaves the form readable and ends what may be done with it', () => {
    const struck = fold(state, written(strikeThroughForm(state, strike, context)));
    expect(struck.bySerial.get(sign.serial)).toMatchObject({
      struck: { reason: 'wrong patient' },
      versions: [{ response: { item: response.item } }],
    });
    expect(codeOf(strikeThroughForm(struck, strike, context))).toBe('already-struck');
    expect(codeOf(amendForm(struck, { ...sign, reason: 'x' }, context))).toBe('already-struck');
  });

  test.each([
    ['nobody is signed in', strike, nobody, 'not-signed-in'],
    ['no reason is given', { ...strike, reason: '' }, context, 'reason-missing'],
    ['the serial is unknown', { ...strike, serial: 'DT-9' }, context, 'unknown-serial'],
  ])('is refused when %s', (_, input, by, code) => {
    expect(codeOf(strikeThroughForm(state, input, by))).toBe(code);
  });
});

describe('the fold', () => {
  const signed = written(signForm(NO_FORMS, sign, context));
  const state = fold(NO_FORMS, signed);
  const amendment = (value: string) =>
    written(
      amendForm(
        state,
        { ...sign, response: answered(form, response, { a: { valueString: value } }), reason: 'r' },
        context,
      ),
      'd2',
    );

  test('shows both and says so when two devices amend one version', () => {
    const both = projectForms([...signed, ...amendment('y'), ...amendment('z')]).bySerial.get(sign.serial);
    expect(both?.versions).toHaveLength(3);
    expect(both?.conflicts.map(({ code }) => code)).toEqual(['amended-twice']);
  });

  test('shows both and says so when two devices give out one serial', () => {
    const both = projectForms([
      ...signed,
      ...written(signForm(NO_FORMS, { ...sign, patient: 'p1' }, context), 'd2'),
    ]).bySerial.get(sign.serial);
    expect([both?.versions.length, both?.conflicts[0]?.code]).toEqual([2, 'signed-twice']);
  });

  test('shows a fault when a correction has no target', () => {
    const strike = written(strikeThroughForm(state, { serial: sign.serial, reason: 'r', signer }, context));
    expect(projectForms([...amendment('y'), ...strike]).faults.map(({ code, serial }) => `${code} ${serial}`)).toEqual([
      `amend-without-target ${sign.serial}`,
      `strike-without-target ${sign.serial}`,
    ]);
  });

  test('is the same in one pass and entry by entry, and passes others by', () => {
    const other = {
      ...signed[0],
      id: 'x',
      type: 'item.claimed',
      payload: { serial: sign.serial, item: 'form' },
    } as Entry;
    const entries = [...signed, other, ...amendment('y')];
    expect(projectForms(entries)).toEqual(fold(NO_FORMS, entries));
    expect(formsOfPatient(projectForms(entries), 'p1').map(({ serial }) => serial)).toEqual([sign.serial]);
  });
});
