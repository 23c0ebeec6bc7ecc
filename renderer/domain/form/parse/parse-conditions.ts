import type { JsonObject } from '../../basics/json';
import type { EnableCondition, FormItem } from '../form';
import { noteError, type FormReading } from './form-reading';
import { objectsAt, own, textAt } from './json-access';
import { answerAt } from './typed-answers';

type ConditionParts = Pick<FormItem, 'enableWhen' | 'enableBehavior' | 'disabledDisplay'>;

const OPERATORS: ReadonlySet<string> = new Set<EnableCondition['operator']>([
  'exists',
  '=',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
]);

/** enableWhen of R4 and R5, and of STU3, where several conditions mean "any" and `hasAnswer` stands for `exists`. */
export function parseConditions(item: JsonObject, where: string, reading: FormReading): ConditionParts {
  const entries = objectsAt(item, 'enableWhen');
  const stu3 = entries.length > 0 && entries.every((entry) => own(entry, 'operator') === undefined);
  const enableWhen = entries.flatMap(
    (entry, index) => condition(entry, `${where}.enableWhen[${index}]`, stu3, reading) ?? [],
  );
  const behavior = own(item, 'enableBehavior');
  const display = own(item, 'disabledDisplay');
  return {
    enableWhen,
    enableBehavior: behavior === 'any' || (behavior === undefined && stu3) ? 'any' : 'all',
    ...(display === 'protected' || display === 'hidden' ? { disabledDisplay: display } : {}),
  };
}

function condition(entry: JsonObject, where: string, stu3: boolean, reading: FormReading): EnableCondition | undefined {
  const question = textAt(entry, 'question');
  if (question === undefined) {
    noteError(
      reading,
      'condition-without-question',
      where,
      'enableWhen names no question. Add the linkId it depends on.',
    );
    return undefined;
  }
  if (stu3 && typeof own(entry, 'hasAnswer') === 'boolean') {
    return { question, operator: 'exists', answer: { valueBoolean: own(entry, 'hasAnswer') === true } };
  }
  const operator = stu3 ? '=' : textAt(entry, 'operator');
  if (operator === undefined || !OPERATORS.has(operator)) {
    noteError(
      reading,
      'condition-operator',
      `${where}.operator`,
      'The operator must be one of exists, =, !=, >, <, >=, <=.',
    );
    return undefined;
  }
  const answer = answerAt(entry, 'answer');
  if (answer === undefined || answer === 'malformed') {
    noteError(
      reading,
      'condition-without-answer',
      where,
      'enableWhen has no answer[x] to compare with, or one of the wrong JSON type.',
    );
    return undefined;
  }
  if (operator === 'exists' && answer.valueBoolean === undefined) {
    noteError(reading, 'condition-exists', where, 'The operator exists needs answerBoolean true or false.');
    return undefined;
  }
  return { question, operator: operator as EnableCondition['operator'], answer };
}
