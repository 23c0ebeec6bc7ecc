import { createHash } from 'node:crypto';
import { FIRST_PREV, type SealedEntry } from '../../../../renderer/domain/ledger/entry';
import { sealedText } from '../../../../renderer/domain/ledger/sealed-text';
import type { Instant } from '../../../../renderer/domain/basics/time';

/** A sealed entry that follows `previous` on `device`; the cipher text is only bytes here. */
export function sealedEntry(device: string, seq: number, prev: string, filler = 'c2VhbGVk'): SealedEntry {
  const entry = {
    id: `${device}-${seq}`,
    book: 'workstation',
    subject: 'test',
    device,
    seq,
    lamport: seq,
    at: '2026-11-22T08:00:00+01:00' as Instant,
    by: '-',
    type: 'storage.recovered',
    v: 1,
    prev,
    epoch: 1,
    iv: 'AAAAAAAAAAAAAAAA',
    ct: filler,
  };
  const hash = createHash('sha256').update(sealedText(entry)).digest('hex');
  return { ...entry, hash };
}

/** `count` chained journal lines of `device`, from seq 1 on. */
export function sealedLines(device: string, count: number, filler?: string): string[] {
  const lines: string[] = [];
  let prev = FIRST_PREV;
  for (let seq = 1; seq <= count; seq++) {
    const entry = sealedEntry(device, seq, prev, filler);
    prev = entry.hash;
    lines.push(JSON.stringify(entry));
  }
  return lines;
}
