import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { ResponseAnswer } from '../../../../domain/form/response';

/** What a control of one answer gets. `answer` is undefined while there is none. */
export interface ControlProps {
  readonly node: FilledQuestion;
  readonly label: string;
  readonly answer: ResponseAnswer | undefined;
  readonly onAnswer: (answer: ResponseAnswer | undefined) => void;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  /** Where a text that is no answer is kept meanwhile. */
  readonly place: string;
}
