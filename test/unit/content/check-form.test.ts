import { describe, expect, test } from 'vitest';
import { checkForms, hasLoincCheckDigit } from '../../../renderer/content/check-form';
import { shippedForms } from '../../../renderer/content/forms';

const FILES = shippedForms().map(({ definition, json }) => ({ file: `${definition.id}.json`, text: json }));
const [mar] = FILES.filter(({ file }) => file === 'F04.json');

/** Problems of the MAR after one change to its JSON. */
function after(
  change: (json: Record<string, unknown> & { item: Record<string, unknown>[] }) => void,
): readonly string[] {
  const json = JSON.parse(mar?.text ?? '') as Parameters<typeof change>[0];
  change(json);
  return checkForms([{ file: 'mine.json', text: JSON.stringify(json) }], '2026-11-22').map(
    ({ file, code, where }) => `${file} ${code} ${where}`,
  );
}

describe('a form of the library', () => {
  test('has nothing to complain about when it is shipped', () => {
    expect(checkForms(FILES, '2026-11-22')).toEqual([]);
    expect(FILES.length).toBeGreaterThanOrEqual(29);
  });

  test.each<[string, Parameters<typeof after>[0], readonly string[]]>([
    ['it ships as approved', (json) => void (json['status'] = 'active'), ['mine.json not-a-draft status']],
    ['its version is none', (json) => void (json['version'] = 'final'), ['mine.json version version']],
    [
      'a code has a wrong digit',
      (json) =>
        void json.item.push({
          linkId: 'x',
          type: 'decimal',
          text: 'FiO2',
          readOnly: true,
          code: [{ system: 'http://loinc.org', code: '3150-6' }],
        }),
      [expect.stringContaining('loinc-check-digit')],
    ],
    [
      'a word can be misread',
      (json) => void json.item.push({ linkId: 'x', type: 'display', text: 'Give 5.0 mg' }),
      [expect.stringContaining('unsafe-text')],
    ],
    [
      'a linkId is there twice',
      (json) => void json.item.push({ ...json.item[0] }),
      [expect.stringContaining('link-id-twice')],
    ],
  ])('is named with its file and place when %s', (_, change, expected) => {
    expect(after(change).slice(0, 1)).toEqual(expected);
  });

  test('is named when its id is taken or it is no JSON', () => {
    const twice = checkForms([
      { file: 'F04.json', text: mar?.text ?? '' },
      { file: 'copy.json', text: mar?.text ?? '' },
      { file: 'x.json', text: '{' },
    ]);
    expect(twice.map(({ file, code }) => `${file} ${code}`)).toEqual(['copy.json id-twice', 'x.json malformed-json']);
  });
});

test.each([
  ['8867-4', true],
  ['3150-0', true],
  ['3150-6', false],
  ['85354-9', true],
  ['LA6576-8', false],
])('%s has its check digit: %s', (code, right) => {
  expect(hasLoincCheckDigit(code)).toBe(right);
});
