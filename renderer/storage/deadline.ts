import { PortFailure, type PortFailureCode } from '../app/ports';

/**
 * Gives up waiting after `ms`. IndexedDB can neither resolve nor reject for ever (a second process holding LevelDB's
 * lock, security.md 3.6), so nothing here waits without an end.
 */
export async function withDeadline<T>(
  work: PromiseLike<T>,
  ms: number,
  code: PortFailureCode,
  what: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PortFailure(code, `${what}: no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
