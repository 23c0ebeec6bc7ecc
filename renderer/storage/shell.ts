import type { ArgsOf, Bridge, Channel, ResultOf } from '../../electron/ipc/contract';
import { PortFailure, type PortFailureCode } from '../app/ports';
import { InvariantBroken } from '../domain/basics/assert-never';

// A record, not a list: a code added to the port and forgotten here does not compile.
const OUTSIDE_FAILURES: Readonly<Record<PortFailureCode, true>> = {
  'disk-full': true,
  'not-writable': true,
  'database-unopenable': true,
  'database-timeout': true,
  'journal-damaged': true,
  'newer-version': true,
  'wrong-key': true,
  locked: true,
  damaged: true,
  'fewer-than-journal': true,
  'device-secret-missing': true,
  'keyring-unsafe': true,
  'slot-closed': true,
  'not-found': true,
  'not-allowed': true,
  'too-large': true,
  'printer-failed': true,
  'paper-overflow': true,
  'expression-timeout': true,
  cancelled: true,
};

/** The main process as the storage sees it: a value or a thrown PortFailure. */
export interface Shell {
  call<C extends Channel>(channel: C, args?: ArgsOf<C>): Promise<ResultOf<C>>;
}

/** Turns the bridge's answers into values and PortFailures; a code no port knows is a bug of ours and is thrown as one. */
export function createShell(bridge: Pick<Bridge, 'invoke'>): Shell {
  return {
    async call<C extends Channel>(channel: C, args?: ArgsOf<C>): Promise<ResultOf<C>> {
      const reply = await bridge.invoke(channel, args);
      if (reply.ok) return reply.value;
      if (isOutsideFailure(reply.code)) throw new PortFailure(reply.code, `${channel} answered ${reply.code}`);
      throw new InvariantBroken(`${channel} answered ${reply.code}`);
    },
  };
}

function isOutsideFailure(code: string): code is PortFailureCode {
  return Object.hasOwn(OUTSIDE_FAILURES, code);
}
