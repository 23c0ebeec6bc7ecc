/** What came of one kind of fault. */
export interface FaultRow {
  readonly fault: string;
  readonly tries: number;
  /** Entries the app had said were saved, over all tries. */
  readonly acknowledged: number;
  readonly lost: number;
  /** In how many tries the app said that something had happened. */
  readonly noticed: number;
  /** In how many it has to say so; a fault that leaves nothing wrong behind need not be noticed. */
  readonly toNotice: number;
  /** How it was noticed, or what went wrong. */
  readonly how: string;
  /** The app worked again, with both copies whole. */
  readonly works: boolean;
  /** Why it could not be played on this machine. */
  readonly notHere?: string;
}

/** A fault that is more than damage to a copy: it plays itself. */
export interface Play<S> {
  readonly fault: string;
  run(stage: S): Promise<FaultRow>;
}

/** A fault that could not be played. */
export function notPlayed(fault: string, notHere: string): FaultRow {
  return { fault, tries: 0, acknowledged: 0, lost: 0, noticed: 0, toNotice: 0, how: '', works: true, notHere };
}

/** Nothing lost, everything noticed, and the app works. */
export function isGood(row: FaultRow): boolean {
  return row.lost === 0 && row.noticed >= row.toNotice && row.works;
}

/** The table as it is printed. */
export function faultTable(rows: readonly FaultRow[]): string {
  const head = ['fault', 'tries', 'acknowledged', 'lost', 'noticed', 'how', ''];
  const body = rows.map((row) => [
    row.fault,
    `${row.tries}`,
    `${row.acknowledged}`,
    `${row.lost}`,
    row.toNotice === 0 ? '-' : `${row.noticed} of ${row.toNotice}`,
    row.notHere === undefined ? row.how : `not possible here: ${row.notHere}`,
    isGood(row) ? '' : '<-- NOT AS IT MUST BE',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => line[column]?.length ?? 0)));
  return [head, widths.map((width) => '-'.repeat(width)), ...body]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
