/** What somebody can do with a step. */
export type StepCommand = 'complete' | 'mark-not-applicable' | 'undo';

/** Where a round of a step stands, as far as answers go. */
export type AnswerState = 'open' | 'done' | 'not-applicable';

/** What may be done when. An answered step is undone first, so that nobody's tick is silently replaced. */
export const STEP_RULES = {
  open: ['complete', 'mark-not-applicable'],
  done: ['undo'],
  'not-applicable': ['undo'],
} as const satisfies Record<AnswerState, readonly StepCommand[]>;

/** Whether the rules allow a command. */
export function mayStep(command: StepCommand, state: AnswerState): boolean {
  return (STEP_RULES[state] as readonly StepCommand[]).includes(command);
}
