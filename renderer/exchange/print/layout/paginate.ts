import type { Block, Placed } from './block';

/** Pages of a sheet's body. */
export interface Pages {
  readonly pages: readonly (readonly Placed[])[];
  /** Blocks that are higher than a page and cannot be split: the sheet must be refused by their names. */
  readonly tooHigh: readonly { readonly page: number; readonly field: string }[];
}

/** Height of a page's body, mm; later pages have a shorter head. */
export interface Room {
  readonly first: number;
  readonly later: number;
}

/** Fills pages from top to bottom. Same blocks, same pages: nothing is measured by a browser. */
export function paginate(blocks: readonly Block[], room: Room): Pages {
  const queue = [...blocks];
  const pages: Placed[][] = [];
  const tooHigh: { page: number; field: string }[] = [];
  let page: Placed[] = [];
  let y = 0;
  const turn = (next: Block | undefined): void => {
    const taken: Block[] = [];
    for (let last = page.at(-1); last?.block.keepWithNext && page.length > 1; last = page.at(-1)) {
      taken.unshift(last.block);
      page.pop();
    }
    queue.unshift(...taken);
    pages.push(page);
    page = [];
    y = 0;
    const first = taken[0] ?? next;
    const heading = first?.heading?.();
    if (heading) place(heading);
  };
  const place = (block: Block): void => {
    y += page.length === 0 ? 0 : block.before;
    page.push({ block, y });
    y += block.height;
  };
  for (let block = queue.shift(); block; block = queue.shift()) {
    const free = (pages.length === 0 ? room.first : room.later) - y - (page.length === 0 ? 0 : block.before);
    const empty = page.every(({ block: placed }) => placed.keepWithNext);
    if (block.startsPage && !empty) {
      queue.unshift({ ...block, startsPage: false });
      turn(undefined);
    } else if (block.height <= free + 0.01) {
      place(block);
    } else {
      const parts = block.split?.(free);
      if (parts) {
        place(parts[0]);
        queue.unshift(parts[1]);
        turn(parts[1]);
      } else if (!empty) {
        queue.unshift(block);
        turn(block);
      } else {
        tooHigh.push({ page: pages.length + 1, field: block.field });
        place(block);
      }
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return { pages, tooHigh };
}
