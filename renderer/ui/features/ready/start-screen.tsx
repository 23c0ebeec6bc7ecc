import { useBoxState } from '../../box/box-context';
import { runningEvent } from '../../box/readings';
import { DuringPage } from './during-page';
import { ReadyPage } from './ready-page';

/** The first place: readiness while the EHR is up, the way on while it is down. */
export function StartScreen() {
  const event = useBoxState(runningEvent);
  return event ? <DuringPage event={event} /> : <ReadyPage />;
}
