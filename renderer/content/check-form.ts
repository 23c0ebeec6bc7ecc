import type { FormDefinition, FormItem } from '../domain/form/form';
import { parseFormText } from '../domain/form/parse/parse-form';
import { unsafeIn } from '../domain/form/unsafe-text';
import type { FileProblem } from './check-library';

const LOINC = 'http://loinc.org';

/** A form file of the library as it was read. */
export interface FormFile {
  readonly file: string;
  readonly text: string;
}

/** Checks forms of the library by file and place: what loads is looked at for codes, owners, dates and words. */
export function checkForms(files: readonly FormFile[], today?: string): readonly FileProblem[] {
  const ids = new Map<string, string>();
  return files.flatMap(({ file, text }): readonly FileProblem[] => {
    const form = parseFormText(text, file);
    if (!form.ok) return form.error.map((problem) => ({ severity: 'error', file, ...problem }));
    const twin = ids.get(form.value.id);
    ids.set(form.value.id, file);
    const found = [
      ...form.value.warnings.map((problem) => ({ severity: 'error' as const, ...problem })),
      ...(twin === undefined ? [] : [wrong('id-twice', 'id', `The id is used by ${twin} already.`)]),
      ...formProblems(form.value, today),
      ...form.value.items.flatMap((item, at) => itemProblems(item, `item[${at}]`)),
    ];
    return found.map((problem) => ({ ...problem, file }));
  });
}

/** LOINC's check digit: Luhn over the digits before the hyphen (standards.md 7: FiO2 written from memory was wrong). */
export function hasLoincCheckDigit(code: string): boolean {
  const [, number = '', check = ''] = /^(\d+)-(\d)$/.exec(code) ?? [];
  const sum = [...number]
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0);
  return number !== '' && (10 - (sum % 10)) % 10 === Number(check);
}

function formProblems(form: FormDefinition, today: string | undefined): readonly Problem[] {
  const { id, version, owner, reviewDate, status } = form;
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [wrong('version', 'version', 'A version is three numbers: 1.0.0.')]),
    ...(owner === undefined ? [wrong('owner-missing', 'extension', `${id} has no owner.`)] : []),
    ...(status === 'draft' ? [] : [wrong('not-a-draft', 'status', 'A form ships as a draft: a hospital approves it.')]),
    ...(reviewDate !== undefined && /^\d{4}-\d\d-\d\d$/.test(reviewDate)
      ? []
      : [wrong('review-date-missing', 'extension', `${id} has no review date.`)]),
    ...(reviewDate !== undefined && today !== undefined && reviewDate < today
      ? [{ ...wrong('review-overdue', 'extension', `Review was due on ${reviewDate}.`), severity: 'warning' as const }]
      : []),
    ...(form.backEntry !== undefined || form.items.some(hasOwner)
      ? []
      : [wrong('back-entry-missing', 'item', `Nobody enters ${id} back: give it an owner and a disposition.`)]),
    ...(JSON.stringify(form.source).toLowerCase().includes('snomed')
      ? [wrong('snomed', '', 'No SNOMED CT content may be shipped (licence).')]
      : []),
  ];
}

function itemProblems(item: FormItem, where: string): readonly Problem[] {
  const codes = item.code.filter(({ system }) => system === LOINC).map(({ code = '' }) => code);
  return [
    ...codes
      .filter((code) => !hasLoincCheckDigit(code))
      .map((code) =>
        wrong('loinc-check-digit', `${where}.code`, `${code} is no LOINC code: its check digit is wrong.`),
      ),
    ...(item.text === '' && item.type !== 'group'
      ? [wrong('words-missing', `${where}.text`, 'This item has no words.')]
      : []),
    ...unsafeIn(item.text)
      // Written as what not to write.
      .filter(() => !item.text.includes('never'))
      .map(({ found, instead }) => wrong('unsafe-text', `${where}.text`, `“${found}” can be misread. ${instead}`)),
    ...item.items.flatMap((child, at) => itemProblems(child, `${where}.item[${at}]`)),
  ];
}

function hasOwner({ backEntry, items }: FormItem): boolean {
  return backEntry !== undefined || items.some(hasOwner);
}

type Problem = Omit<FileProblem, 'file'>;

function wrong(code: string, where: string, message: string): Problem {
  return { severity: 'error', code, where, message };
}
