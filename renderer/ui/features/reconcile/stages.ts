import type { QueueItem } from '../../../domain/reconciliation/queue';

/** Where lines stand, as a person works through them. */
export const STAGES = ['open', 'check', 'done'] as const;

/** `open`: to enter or waiting; `check`: entered, a second person must look; `done`: nobody has to do anything more. */
export type Stage = (typeof STAGES)[number];

/** The stage of a line. What was scanned or left out may be checked, but nobody has to. */
export function stageOf(item: QueueItem): Stage {
  if (item.state === 'to-enter' || item.state === 'waiting') return 'open';
  return item.state === 'entered' || item.conflict ? 'check' : 'done';
}

/** The line to work on after this one: the next that can be done now, else the first. */
export function nextAfter(items: readonly QueueItem[], key: string, stage: Stage): QueueItem | undefined {
  const at = items.findIndex((item) => item.key === key);
  const others = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].filter((item) => item.key !== key);
  const ready = (item: QueueItem): boolean => stageOf(item) === stage && item.state !== 'waiting';
  return others.find(ready) ?? others.find((item) => stageOf(item) === stage);
}
