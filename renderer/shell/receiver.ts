import type { Receiver } from '../app/ports';
import type { Shell } from '../storage/shell';

/** The line to the interface engine; the shell knows where it is and connects. */
export function createReceiver(shell: Shell): Receiver {
  return {
    address: () => shell.call('receiver.address'),
    exchange: (text) => shell.call('receiver.exchange', { text }),
  };
}
