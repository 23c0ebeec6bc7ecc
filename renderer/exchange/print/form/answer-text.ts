import { snapshotTimeOf } from '../../../domain/form/answer-values';
import type { Slot } from '../../../domain/form/form-tree';
import type { ResponseAnswer } from '../../../domain/form/response';
import { scoreOf } from '../../../domain/form/scores';
import { textOfAnswers } from '../../../domain/form/text-of-answer';
import type { FormPaper } from './form-paper';

/** The answers of a question on one line; a score with its unit and what it means, and nothing while a part of it is missing. */
export function answersText(slot: Slot, paper: Pick<FormPaper, 'tree' | 'isShown'>): string {
  const { item, answers } = slot;
  if (!item.score) return textOfAnswers(item, answers);
  const { value, band } = scoreOf(slot, paper.tree, paper.isShown);
  return value === undefined
    ? ''
    : [textOfAnswers(item, answers), band?.text].filter((part) => part !== undefined && part !== '').join(' – ');
}

/** Whether what is printed was copied from the EHR and nobody has changed it. */
export function isFromEhr(answers: readonly ResponseAnswer[]): boolean {
  return answers.length > 0 && answers.every((answer) => snapshotTimeOf(answer) !== undefined);
}
