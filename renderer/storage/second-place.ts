import type { Bridge } from '../../electron/ipc/contract';
import type { SecondPlace } from '../app/ports';
import type { Shell } from './shell';

/** The journal's second place; the main process copies, this side only asks and listens. */
export function createSecondPlace(bridge: Pick<Bridge, 'on'>, shell: Shell): SecondPlace {
  return {
    state: () => shell.call('journal.second'),
    choose: () => shell.call('journal.chooseSecond'),
    use: (path) => shell.call('batch.useSecond', { path }),
    drop: () => shell.call('journal.dropSecond'),
    onChange: (listener) => bridge.on('second-journal-changed', listener),
  };
}
