/** A place in a device's chain. */
export interface Place {
  readonly device: string;
  readonly seq: number;
}

const GAP_LISTED = 100;

/** A place as a key. */
export function place({ device, seq }: Place): string {
  return `${device} ${seq}`;
}

/** Sequence numbers nobody holds, of rows in (device, seq) order; a long gap is listed by its first hundred. */
export function missingPlaces(rows: readonly Place[]): readonly Place[] {
  const missing: Place[] = [];
  let device: string | undefined;
  let next = 1;
  for (const row of rows) {
    if (row.device !== device) [device, next] = [row.device, 1];
    for (let seq = next; seq < Math.min(row.seq, next + GAP_LISTED); seq += 1) missing.push({ device, seq });
    next = row.seq + 1;
  }
  return missing;
}
