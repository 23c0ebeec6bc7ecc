import { stepsOf, type Runbook, type RunbookBlock, type RunbookStep } from './runbook';

/** The answers given so far: step id -> option id for decisions, `done` for steps; a list where a loop came back, one each time. */
export type PathAnswers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came after what: the branch taken, visible. */
export interface TakenPath {
  /** Steps answered, in the order of the path; one gone through twice is there twice. */
  readonly taken: readonly { readonly step: RunbookStep; readonly option?: string }[];
  /** The step to do now; undefined at the end. */
  readonly current?: RunbookStep;
  /** Which time the path is at `current`: 2 and more after a loop. */
  readonly pass?: number;
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
 * Walks from a block's first step along the answers. A loop ("refuse the tube, collect again") comes to a step a second
 * time: it waits there for a second answer, so that both tries stay.
 */
export function pathFrom(runbook: Runbook, blockId: string, answers: PathAnswers): TakenPath {
  const block = runbook.phases.flatMap((phase) => phase.blocks).find((one) => one.id === blockId);
  const taken: { readonly step: RunbookStep; readonly option?: string }[] = [];
  let current = block?.steps[0];
  const visits = new Map<string, number>();
  // Each visit uses up one answer, so a loop ends with the answers.
  while (current) {
    const pass: number = (visits.get(current.id) ?? 0) + 1;
    const answer = answerOf(answers, current.id, pass);
    if (answer === undefined) return { taken, current, pass };
    visits.set(current.id, pass);
    taken.push(current.kind === 'decide' ? { step: current, option: answer } : { step: current });
    current = nextStep(runbook, current.id, answer);
  }
  return { taken };
}

/** Which time a path of any block waits at this step; undefined where none does. */
export function waitsAtPass(runbook: Runbook, answers: PathAnswers, stepId: string): number | undefined {
  const passes = runbook.phases
    .flatMap((phase) => phase.blocks)
    .map((block) => pathFrom(runbook, block.id, answers))
    .flatMap(({ current, pass }) => (current?.id === stepId && pass !== undefined ? [pass] : []));
  return passes.length === 0 ? undefined : Math.max(...passes);
}

function answerOf(answers: PathAnswers, id: string, pass: number): string | undefined {
  const given = answers[id];
  return typeof given === 'object' ? given[pass - 1] : pass === 1 ? given : undefined;
}
