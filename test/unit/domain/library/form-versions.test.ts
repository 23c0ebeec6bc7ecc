import { describe, expect, test } from 'vitest';
import type { Result } from '../../../../renderer/domain/basics/result';
import type { NewEntry } from '../../../../renderer/domain/ledger/entry';
import {
  approveVersion,
  receiveApprovals,
  retireVersion,
  returnVersion,
  submitVersion,
} from '../../../../renderer/domain/library/commands';
import {
  compareVersions,
  isReviewOverdue,
  mergeForms,
  NO_FORM_VERSIONS,
  recordOf,
  versionsInUse,
  versionStateOf,
  withVersionState,
  type FormVersionsState,
} from '../../../../renderer/domain/library/form-versions';
import { foldFormVersions, projectFormVersions } from '../../../../renderer/domain/library/projection';
import { formOf } from '../../../support/form-answers';
import { TestLedger } from '../../../support/test-ledger';

const NOW = '2026-11-22T05:27:00.000+01:00';
const as = (by: string) => ({ now: NOW, newId: () => 'id', by });
const f1 = { form: 'T1', version: '1', sha256: 'a'.repeat(64), name: 'Ann' };
const approval = { ...f1, name: 'Ben', reviewDate: '2027-11-22' };

function after(...decisions: ((state: FormVersionsState) => Result<readonly NewEntry[], { readonly code: string }>)[]) {
  const ledger = new TestLedger('D');
  let state = NO_FORM_VERSIONS;
  let refused: string | undefined;
  for (const decide of decisions) {
    const decided = decide(state);
    refused = decided.ok ? undefined : decided.error.code;
    if (decided.ok) state = ledger.append(NOW, decided.value).reduce(foldFormVersions, state);
  }
  const stands = versionStateOf(recordOf(state, { id: 'T1', version: '1' }));
  return { state, stands, refused, entries: ledger.entries };
}

const submitted = (state: FormVersionsState) => submitVersion(state, f1, as('ann'));
const approved = (state: FormVersionsState) => approveVersion(state, approval, as('ben'));

describe('a version of a form', () => {
  test('is a draft until a second person approves it', () => {
    expect(after().stands).toBe('draft');
    expect(after(submitted).stands).toBe('in-review');
    const { stands, state, entries } = after(submitted, approved);
    expect(stands).toBe('approved');
    expect(recordOf(state, { id: 'T1', version: '1' })?.approved).toMatchObject({
      name: 'Ben',
      reviewDate: '2027-11-22',
      submittedBy: { name: 'Ann' },
    });
    expect(projectFormVersions(entries)).toEqual(state);
  });

  test.each([
    [
      'the one who handed it in approves it',
      [submitted, (s: FormVersionsState) => approveVersion(s, approval, as('ann'))],
      'same-person',
      'in-review',
    ],
    ['nobody handed it in', [approved], 'not-in-review', 'draft'],
    [
      'its content is not what was handed in',
      [submitted, (s: FormVersionsState) => approveVersion(s, { ...approval, sha256: 'b'.repeat(64) }, as('ben'))],
      'content-changed',
      'in-review',
    ],
    [
      'the day of its review is past',
      [submitted, (s: FormVersionsState) => approveVersion(s, { ...approval, reviewDate: '2026-11-22' }, as('ben'))],
      'bad-review-date',
      'in-review',
    ],
    ['nobody is signed in', [(s: FormVersionsState) => submitVersion(s, f1, as('-'))], 'not-signed-in', 'draft'],
    ['it waits already', [submitted, submitted], 'already-in-review', 'in-review'],
    ['it is approved and its review is far', [submitted, approved, submitted], 'already-approved', 'approved'],
    [
      'it is returned without a reason',
      [submitted, (s: FormVersionsState) => returnVersion(s, { ...f1, reason: ' ' }, as('ben'))],
      'reason-missing',
      'in-review',
    ],
    [
      'it was retired',
      [(s: FormVersionsState) => retireVersion(s, { ...f1, reason: 'old' }, as('ben')), submitted],
      'version-retired',
      'retired',
    ],
  ] as const)('does not move on when %s', (_, steps, code, stands) => {
    expect(after(...steps)).toMatchObject({ refused: code, stands });
  });

  test('goes back to draft with the reason when it is returned, and may be handed in again', () => {
    const back = (s: FormVersionsState) => returnVersion(s, { ...f1, name: 'Ben', reason: 'Unit missing' }, as('ben'));
    const { state, stands } = after(submitted, back);
    expect(stands).toBe('draft');
    expect(recordOf(state, { id: 'T1', version: '1' })?.returned).toMatchObject({
      name: 'Ben',
      reason: 'Unit missing',
    });
    expect(after(submitted, back, submitted).stands).toBe('in-review');
  });

  test('comes approved only from a signer somebody vouched for', () => {
    const from = { signer: 'AAAA', approvedBy: 'Central', approvedAt: NOW };
    expect(receiveApprovals(NO_FORM_VERSIONS, [{ ...approval, from }], as('ben'))).toEqual([]);
    const trusting = { ...NO_FORM_VERSIONS, signers: new Map([['AAAA', 'Central']]) };
    expect(receiveApprovals(trusting, [{ ...approval, from }], as('ben'))).toHaveLength(1);
    const done = after(submitted, approved).state;
    expect(receiveApprovals({ ...done, signers: trusting.signers }, [{ ...approval, from }], as('ben'))).toEqual([]);
  });
});

describe('a form', () => {
  const form = formOf([], { status: 'active' });

  test('is a draft when its file says active and nobody here approved it', () => {
    expect(withVersionState(form, NO_FORM_VERSIONS).status).toBe('draft');
    expect(withVersionState(form, after(submitted, approved).state)).toMatchObject({
      status: 'active',
      reviewDate: '2027-11-22',
    });
  });

  test('is a draft again when its content is no longer what was approved', () => {
    expect(withVersionState(form, after(submitted, approved).state, true).status).toBe('draft');
  });

  test('stays the same object when nothing changes', () => {
    const draft = withVersionState(form, NO_FORM_VERSIONS);
    expect(withVersionState(draft, NO_FORM_VERSIONS)).toBe(draft);
  });

  test('is used in its newest approved version, and in its newest draft while none is approved', () => {
    const [one, two, three] = ['1', '2', '3'].map((version) => ({ ...form, version }));
    if (!one || !two || !three) throw new Error();
    const inUse = (...forms: (typeof form)[]) => versionsInUse(forms).get('T1')?.version;
    const is = (definition: typeof form, status: typeof form.status) => ({ ...definition, status });
    expect(inUse(is(one, 'draft'), is(two, 'draft'))).toBe('2');
    expect(inUse(is(one, 'active'), is(two, 'active'), is(three, 'draft'))).toBe('2');
    expect(inUse(is(one, 'active'), is(two, 'retired'))).toBe('1');
    expect(inUse(is(one, 'retired'))).toBeUndefined();
  });

  test('is taken from the site’s own copy, in the order of its versions, when both are there', () => {
    const of = (version: string, title: string) => ({ ...form, version, title });
    const merged = mergeForms([of('1.0.0', 'shipped')], [of('1.10.0', 'b'), of('1.9.0', 'a'), of('1.0.0', 'kept')]);
    expect(merged.map(({ version, title }) => `${version} ${title}`)).toEqual(['1.0.0 kept', '1.9.0 a', '1.10.0 b']);
    expect(compareVersions('unversioned-12', '3')).toBe(1);
  });

  test('is overdue the day after its day of review', () => {
    expect([isReviewOverdue('2026-11-22', '2026-11-22'), isReviewOverdue('2026-11-22', '2026-11-23')]).toEqual([
      false,
      true,
    ]);
  });
});
