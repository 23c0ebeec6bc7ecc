import fhirpath, { type UserInvocationTable } from 'fhirpath';
import { crossedPeriods, periodNamed, wholePeriods, type Period } from '../../domain/form/date-periods';

type Count = (from: string, to: string, period: Period) => number | undefined;

/** duration() and difference() of the FHIRPath specification, which the engine lacks. Not exact enough: no answer. */
export const DATE_FUNCTIONS: UserInvocationTable = {
  duration: { fn: counting(wholePeriods), arity: { 2: ['Any', 'String'] } },
  difference: { fn: counting(crossedPeriods), arity: { 2: ['Any', 'String'] } },
};

function counting(count: Count) {
  return (focus: readonly unknown[], other: unknown, word: string): readonly number[] => {
    const period = periodNamed(word);
    if (period === undefined) throw new Error(`“${word.slice(0, 40)}” is no unit of time, e.g. days or minutes`);
    const others = Array.isArray(other) ? (other as readonly unknown[]) : [other];
    if (focus.length === 0 || others.length === 0) return [];
    if (focus.length > 1 || others.length > 1) throw new Error('a period lies between two moments, not between lists');
    const [from, to] = [momentText(focus[0]), momentText(others[0])];
    const found = from === undefined || to === undefined ? undefined : count(from, to, period);
    return found === undefined ? [] : [found];
  };
}

/** A moment as text: of a literal, of a calculation, of an answer. */
function momentText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const bare: unknown = fhirpath.util.valData(value);
  if (typeof bare === 'string') return bare;
  const text = String(bare);
  return text.startsWith('[object') ? undefined : text;
}
