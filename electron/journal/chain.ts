import { firstPrev, type SealedLine } from './sealed-line';

/** How a line stands to the lines before it. */
export type Fit = 'follows' | 'mends' | 'repeats' | 'gap' | 'wrong-prev' | 'out-of-place';

/** Sequence numbers that are missing or broken in the journal, with the hashes that whatever mends them must meet. */
export interface Hole {
  readonly from: number;
  readonly to: number;
  readonly left: string;
  readonly right: string;
}

/** One device's hash chain: its end, and the holes in it. Immutable, so that a failed write needs no undo. */
export class Chain {
  private constructor(
    readonly entries: number,
    readonly lastSeq: number,
    readonly lastHash: string,
    readonly holes: readonly Hole[],
  ) {}

  static readonly empty = new Chain(0, 0, firstPrev, []);

  /** How `line` would stand in this chain. */
  fit(line: SealedLine): Fit {
    if (line.seq === this.lastSeq + 1) return line.prev === this.lastHash ? 'follows' : 'wrong-prev';
    if (line.seq > this.lastSeq) return 'gap';
    if (line.seq === this.lastSeq && line.hash === this.lastHash) return 'repeats';
    return this.holes.some((hole) => mends(hole, line)) ? 'mends' : 'out-of-place';
  }

  /**
   * The chain with `line` in it. A line after a gap or with a wrong `prev` is taken too: what lies on disk after
   * damage still counts, the damage itself is reported by who asked `fit`.
   */
  add(line: SealedLine): Chain {
    switch (this.fit(line)) {
      case 'follows':
      case 'wrong-prev':
        return new Chain(this.entries + 1, line.seq, line.hash, this.holes);
      case 'gap': {
        const hole = { from: this.lastSeq + 1, to: line.seq - 1, left: this.lastHash, right: line.prev };
        return new Chain(this.entries + 1, line.seq, line.hash, [...this.holes, hole]);
      }
      case 'mends':
        return new Chain(
          this.entries + 1,
          this.lastSeq,
          this.lastHash,
          this.holes.flatMap((hole) => shrink(hole, line)),
        );
      case 'repeats':
      case 'out-of-place':
        return this;
    }
  }
}

function mends(hole: Hole, line: SealedLine): boolean {
  return line.seq === hole.from && line.prev === hole.left && (line.seq < hole.to || line.hash === hole.right);
}

function shrink(hole: Hole, line: SealedLine): readonly Hole[] {
  if (!mends(hole, line)) return [hole];
  return hole.from === hole.to ? [] : [{ ...hole, from: hole.from + 1, left: line.hash }];
}
