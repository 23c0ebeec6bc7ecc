import { daysInMonth } from '../../domain/patient/birth-date';

const ZONE = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)';
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?';
const PATTERNS: Readonly<Record<string, RegExp>> = {
  id: /^[A-Za-z0-9\-.]{1,64}$/,
  code: /^\S+(?: \S+)*$/,
  uri: /^\S+$/,
  url: /^\S+$/,
  canonical: /^\S+$/,
  date: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/,
  dateTime: new RegExp(`^\\d{4}(?:-\\d\\d(?:-\\d\\d(?:T${CLOCK}${ZONE})?)?)?$`),
  instant: new RegExp(`^\\d{4}-\\d\\d-\\d\\dT${CLOCK}${ZONE}$`),
  time: new RegExp(`^${CLOCK}$`),
};

const NUMBERS: Readonly<Record<string, (value: number) => boolean>> = {
  decimal: Number.isFinite,
  integer: (value) => Number.isInteger(value) && Math.abs(value) <= 2_147_483_648,
  positiveInt: (value) => Number.isInteger(value) && value > 0,
  unsignedInt: (value) => Number.isInteger(value) && value >= 0,
};

/** Whether a type is a primitive, and what is wrong with a value of it; undefined when nothing is. */
export function checkPrimitive(
  type: string,
  value: unknown,
): { readonly primitive: boolean; readonly problem?: string } {
  if (type === 'boolean')
    return { primitive: true, ...(typeof value === 'boolean' ? {} : { problem: 'must be true or false' }) };
  const number = NUMBERS[type];
  if (number !== undefined)
    return {
      primitive: true,
      ...(typeof value === 'number' && number(value) ? {} : { problem: `must be a number (${type})` }),
    };
  if (type === 'base64Binary')
    return { primitive: true, ...(isBase64(value) ? {} : { problem: 'is no valid base64Binary' }) };
  const pattern = PATTERNS[type];
  if (pattern === undefined && !['string', 'markdown', 'xhtml'].includes(type)) return { primitive: false };
  if (typeof value !== 'string') return { primitive: true, problem: `must be text (${type})` };
  if (value.trim() === '') return { primitive: true, problem: 'must not be empty' };
  if (pattern !== undefined && !pattern.test(value)) return { primitive: true, problem: `is no valid ${type}` };
  if (['date', 'dateTime', 'instant'].includes(type) && !dayExists(value))
    return { primitive: true, problem: 'is a day that does not exist' };
  return { primitive: true };
}

/** No single pattern: on a PDF of some megabytes it runs out of stack. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false;
  const text = /\s/.test(value) ? value.replace(/\s+/g, '') : value;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.slice(0, text.length - padding));
}

function dayExists(text: string): boolean {
  const [year = 0, month, day] = text.slice(0, 10).split('-').map(Number);
  return (
    month === undefined ||
    (month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysInMonth(year, month))))
  );
}
