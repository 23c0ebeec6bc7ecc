import type { JsonObject } from '../../basics/json';
import type { AnswerOption } from '../form';
import type { ResponseAnswer } from '../response';
import { noteWarning, type FormReading } from './form-reading';
import { objectsAt } from './json-access';
import { answerAt } from './typed-answers';

/** Initial answers: R4 `initial[]`, STU3 `initial[x]`, or the options marked initialSelected. */
export function parseInitial(
  item: JsonObject,
  options: readonly AnswerOption[],
  where: string,
  reading: FormReading,
): readonly ResponseAnswer[] {
  const listed = objectsAt(item, 'initial').flatMap((entry, index) => {
    const answer = answerAt(entry, 'value');
    if (answer !== undefined && answer !== 'malformed') return [answer];
    noteWarning(
      reading,
      'initial-without-value',
      `${where}.initial[${index}]`,
      'This initial value cannot be read; the question starts empty.',
    );
    return [];
  });
  if (listed.length > 0) return listed;
  const stu3 = answerAt(item, 'initial');
  if (stu3 !== undefined && stu3 !== 'malformed') return [stu3];
  return options.filter((option) => option.initialSelected).map((option) => option.value);
}
