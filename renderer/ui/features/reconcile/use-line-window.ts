import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Above this many lines only those in view are drawn. */
const VIRTUAL_ABOVE = 100;
const LINE_PX = 66;

/** Which lines to draw, the empty heights of the others, and how each drawn line is measured. */
export function useLineWindow(list: RefObject<HTMLElement | null>, count: number) {
  const windowed = count > VIRTUAL_ABOVE;
  const virtualizer = useVirtualizer({
    count: windowed ? count : 0,
    getScrollElement: () => list.current,
    estimateSize: () => LINE_PX,
    overscan: 10,
  });
  const measure = windowed ? virtualizer.measureElement : undefined;
  const scrollTo = windowed ? (index: number): void => virtualizer.scrollToIndex(index) : undefined;
  if (!windowed) return { first: 0, last: count, before: 0, after: 0, measure, scrollTo };
  const shown = virtualizer.getVirtualItems();
  const [head, tail] = [shown[0], shown.at(-1)];
  if (!head || !tail)
    return { first: 0, last: 30, before: 0, after: Math.max(0, count - 30) * LINE_PX, measure, scrollTo };
  const after = virtualizer.getTotalSize() - tail.end;
  return { first: head.index, last: tail.index + 1, before: head.start, after, measure, scrollTo };
}
