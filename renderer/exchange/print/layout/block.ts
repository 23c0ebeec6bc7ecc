import type { PageInk } from '../page/ink';

/** A piece of a page's body: knows its height before it is drawn, so that pages are planned without a browser. */
export interface Block {
  /** Named when it does not fit. */
  readonly field: string;
  readonly height: number;
  /** Gap above it, dropped at the top of a page. */
  readonly before: number;
  /** A heading never stays alone at the foot of a page. */
  readonly keepWithNext?: boolean;
  readonly startsPage?: boolean;
  /** Drawn again on top of the next page when that begins in the middle of this block's section. */
  readonly heading?: () => Block;
  draw(ink: PageInk, x: number, y: number): void;
  /** The part that fits in `room`, and the rest; undefined when nothing sensible fits. */
  split?(room: number): readonly [Block, Block] | undefined;
}

/** A block at its place. */
export interface Placed {
  readonly block: Block;
  readonly y: number;
}
