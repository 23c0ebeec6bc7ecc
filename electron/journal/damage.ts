import { Chain, type Fit } from './chain';
import type { SealedLine } from './sealed-line';

/** Why a line is broken. */
export type BrokenWhy = 'header' | 'unreadable' | 'wrong-hash' | 'gap' | 'wrong-prev' | 'out-of-place';

/** A broken line, where it lies, and why. */
export interface BrokenLine {
  readonly file: string;
  readonly line: number;
  readonly why: BrokenWhy;
}

interface Report extends BrokenLine {
  /** `to` of the hole this line left; stays the same while the hole is mended from its left. */
  hole?: number;
  /** The chain went on behind the line: nothing is missing. */
  passed?: boolean;
}

/** Follows one device's chain through its files and keeps account of everything that is not as it was written. */
export class DeviceScan {
  chain = Chain.empty;
  readonly #reports: Report[] = [];
  readonly #fileOfHole = new Map<number, string>();
  #pending: Report[] = [];

  /** A line that is no entry. */
  broken(file: string, line: number, why: BrokenWhy): void {
    const report: Report = { file, line, why };
    this.#reports.push(report);
    if (why !== 'header') this.#pending.push(report);
  }

  /** A line that is an entry of this device with the right hash. */
  entry(file: string, lineNumber: number, line: SealedLine): void {
    const fit = this.chain.fit(line);
    if (fit === 'gap') this.#gap(file, lineNumber, line);
    else this.#placed(file, lineNumber, line, fit);
    this.chain = this.chain.add(line);
    // The entry after a broken line settles what became of it.
    if (fit !== 'mends') this.#pending = [];
  }

  /** What is missing or wrong now, and what was broken once but has been written again since. */
  damage(): { readonly open: readonly BrokenLine[]; readonly mended: readonly BrokenLine[] } {
    const openHoles = new Set(this.chain.holes.map((hole) => hole.to));
    const isMended = (report: Report) =>
      report.passed === true || (report.hole !== undefined && !openHoles.has(report.hole));
    const plain = ({ file, line, why }: Report): BrokenLine => ({ file, line, why });
    return {
      open: this.#reports.filter((report) => !isMended(report)).map(plain),
      mended: this.#reports.filter(isMended).map(plain),
    };
  }

  #gap(file: string, lineNumber: number, line: SealedLine): void {
    const hole = line.seq - 1;
    if (this.#pending.length === 0) this.#reports.push({ file, line: lineNumber, why: 'gap', hole });
    for (const report of this.#pending) report.hole = hole;
    this.#fileOfHole.set(hole, file);
  }

  #placed(file: string, lineNumber: number, line: SealedLine, fit: Exclude<Fit, 'gap'>): void {
    if (fit === 'follows') for (const report of this.#pending) report.passed = true;
    else if (fit === 'wrong-prev') this.#reports.push({ file, line: lineNumber, why: 'wrong-prev' });
    else if (fit === 'repeats' || fit === 'out-of-place')
      this.#reports.push({ file, line: lineNumber, why: 'out-of-place' });
    else if (this.#isSwapped(file, line)) this.#reports.push({ file, line: lineNumber, why: 'out-of-place' });
  }

  /** The app mends only in a new file: a late line in the same file was moved there by someone else. */
  #isSwapped(file: string, line: SealedLine): boolean {
    const hole = this.chain.holes.find(({ from }) => from === line.seq);
    return hole !== undefined && this.#fileOfHole.get(hole.to) === file;
  }
}
