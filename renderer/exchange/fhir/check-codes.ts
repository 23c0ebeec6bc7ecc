import { WARD_UNITS } from './code-lists';

/** Whether the check digit of a numeric LOINC code is right (mod 10). LA, LP and LL codes follow another rule. */
export function isLoinc(code: string): boolean {
  const match = /^(\d{1,7})-(\d)$/.exec(code);
  if (match === null) return /^L[ALPG][0-9]+-\d$/.test(code);
  const digits = [...(match[1] ?? '')].reverse().map(Number);
  const sum = digits.reduce((all, digit, at) => {
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(match[2]);
}

/** What is wrong with a coding; undefined when nothing is known to be. */
export function checkCoding(system: unknown, code: unknown): string | undefined {
  if (system === 'http://loinc.org' && typeof code === 'string' && !isLoinc(code))
    return 'is no LOINC code: the check digit is wrong';
  return undefined;
}

/** What is wrong with the unit of a quantity. */
export function checkUnit(system: unknown, code: unknown): string | undefined {
  if (system === 'http://unitsofmeasure.org' && typeof code === 'string' && !WARD_UNITS.has(code))
    return 'is no UCUM unit we know';
  return undefined;
}
