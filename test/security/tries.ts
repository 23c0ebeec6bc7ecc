import type { TestContext } from 'vitest';

/** What a test tells the table: how often it tried, or why it could not be played here. */
export interface TriesMeta {
  tries?: number;
  notHere?: string;
}

/** Says how many tries stand behind one test. */
export function triedTimes({ task }: TestContext, tries: number): void {
  (task.meta as TriesMeta).tries = tries;
}

/** Leaves a test out and says why; the table shows it. */
export function notPossibleHere(context: TestContext, why: string): never {
  (context.task.meta as TriesMeta).notHere = why;
  return context.skip(why);
}
