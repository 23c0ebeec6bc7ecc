/** Answers of a test driver to the file dialogs, in order; an empty list is "cancelled". */
export interface TestAnswers {
  next(): readonly string[];
}

/** Lets a test put paths into `globalThis.__testFiles`. Only in builds for tests; a release does not contain the call. */
export function openTestAnswers(): TestAnswers {
  const queue: string[][] = [];
  (globalThis as { __testFiles?: string[][] }).__testFiles = queue;
  return { next: () => queue.shift() ?? [] };
}
