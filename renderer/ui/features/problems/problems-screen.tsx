import { useBoxState } from '../../box/box-context';
import type { ScreenProps } from '../../route/screens-context';
import { ProblemList } from './problem-list';
import { ProblemPage } from './problem-page';
import { WorkPage } from './work-page';

/** Known problems: the list, the page of one, or one in work. `rest`: problem, work. Open to anyone. */
export function ProblemsScreen({ rest: [id, work] }: ScreenProps) {
  const problem = useBoxState((state) => state.library.problems.find((one) => one.id === id));
  const open = useBoxState((state) => (work === undefined ? undefined : state.world.problems.problems[work]));
  if (!problem) return <ProblemList />;
  if (open?.problem === problem.id) return <WorkPage key={open.id} problem={problem} open={open} />;
  return <ProblemPage key={problem.id} problem={problem} />;
}
