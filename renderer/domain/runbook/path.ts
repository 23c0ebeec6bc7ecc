import { stepsOf, type Runbook, type RunbookBlock, type RunbookStep } from './runbook';

/** The answers given so far: step id -> option id for decisions, `done` for steps. */
export type PathAnswers = Readonly<Record<string, string | undefined>>;

/** What came after what: the branch taken, visible. */
export interface TakenPath {
  /** Steps answered, in the order of the path; one gone through twice is there twice. */
  readonly taken: readonly { readonly step: RunbookStep; readonly option?: string }[];
  /** The step to do now; undefined at the end. */
  readonly current?: RunbookStep;
}

/** Finds a step anywhere in the runbook: branches may lead into another block. */
export function findRunbookStep(
  runbook: Runbook,
  id: string,
): { readonly block: RunbookBlock; readonly step: RunbookStep } | undefined {
  return stepsOf(runbook).find(({ step }) => step.id === id);
}

/** The step after this one: the option's, the step's own `next`, else the next of its block. Undefined: the block ends. */
export function nextStep(runbook: Runbook, id: string, option?: string): RunbookStep | undefined {
  const found = findRunbookStep(runbook, id);
  if (!found) return undefined;
  const { step, block } = found;
  if (step.kind === 'decide') {
    const goTo = step.options?.find((one) => one.id === option)?.goTo;
    return goTo === undefined ? undefined : findRunbookStep(runbook, goTo)?.step;
  }
  if (step.next !== undefined) return step.next === 'end' ? undefined : findRunbookStep(runbook, step.next)?.step;
  return block.steps[block.steps.indexOf(step) + 1];
}

/**
 * Walks from a block's first step along the answers. A loop ("refuse the tube, collect again") stops where it meets a
 * step a second time: that step is to be done again.
 */
export function pathFrom(runbook: Runbook, blockId: string, answers: PathAnswers): TakenPath {
  const block = runbook.phases.flatMap((phase) => phase.blocks).find((one) => one.id === blockId);
  const taken: { readonly step: RunbookStep; readonly option?: string }[] = [];
  let current = block?.steps[0];
  const seen = new Set<string>();
  while (current && !seen.has(current.id)) {
    const answer: string | undefined = answers[current.id];
    if (answer === undefined) return { taken, current };
    seen.add(current.id);
    taken.push(current.kind === 'decide' ? { step: current, option: answer } : { step: current });
    current = nextStep(runbook, current.id, answer);
  }
  return current ? { taken, current } : { taken };
}
