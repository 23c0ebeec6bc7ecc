import { ShellFailure } from '../disk/shell-failure';
import { describeError, type Log } from '../log';
import { type ArgsOf, type Channel, contract, type Reply, type ResultOf } from './contract';
import { BadArgument } from './parse';

/** What does each channel's work; a missing one does not compile. */
export type Handlers = { readonly [C in Channel]: (args: ArgsOf<C>) => ResultOf<C> | Promise<ResultOf<C>> };

/** Parses the arguments, does the work, and answers a value or a code. Nothing else ever crosses to the page. */
export async function answer(handlers: Handlers, channel: Channel, args: unknown, log: Log): Promise<Reply<unknown>> {
  try {
    const parsed = contract[channel].args(args, channel);
    const handler = handlers[channel] as (parsed: unknown) => unknown;
    return { ok: true, value: await handler(parsed) };
  } catch (error) {
    if (error instanceof BadArgument) {
      log('warn', 'ipc.bad-argument', { channel });
      return { ok: false, code: 'bad-argument' };
    }
    if (error instanceof ShellFailure) {
      log('warn', 'ipc.failed', { channel, code: error.code, ...describeCause(error) });
      return { ok: false, code: error.code };
    }
    log('error', 'ipc.internal', { channel, ...describeError(error) });
    return { ok: false, code: 'internal' };
  }
}

function describeCause(error: ShellFailure) {
  return error.cause === undefined ? {} : { why: String(describeError(error.cause)['code'] ?? 'unknown') };
}
