import { useBoxState } from '../../box/box-context';
import type { ScreenProps } from '../../route/screens-context';
import { RunbookList } from './runbook-list';
import { RunbookReader } from './runbook-reader';

/** Runbooks: the list with its search, or one of them. `rest`: runbook, block (or `about`), run. Open to anyone. */
export function RunbooksScreen({ rest: [id, place, run] }: ScreenProps) {
  const runbooks = useBoxState((state) => state.library.runbooks);
  const runbook = runbooks.find((one) => one.id === id);
  if (!runbook) return <RunbookList runbooks={runbooks} />;
  return <RunbookReader key={runbook.id} runbook={runbook} place={place ?? 'about'} runId={run} />;
}
