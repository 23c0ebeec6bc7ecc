import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../disk/atomic-file';
import { asWriteFailure } from '../disk/shell-failure';
import { DeviceScan } from './damage';
import { type JournalFileName, listJournalFiles } from './journal-files';
import { type RawLine, readLines } from './read-lines';
import { parseObject, readSealedLine } from './sealed-line';

/** Version of the journal's file format; a file with a higher one is never written to. */
export const journalFormat = 1;

/** What the start-up check found out about one file. */
export interface ScannedFile extends JournalFileName {
  /** Bytes that count; a torn tail is cut off. */
  size: number;
  /** Offsets of lines that are no entries: the header and broken lines. */
  readonly skip: ReadonlySet<number>;
}

/** The journal as it lies on disk. */
export interface JournalScan {
  readonly files: ScannedFile[];
  readonly devices: Map<string, DeviceScan>;
  readonly tornTailCut: boolean;
  readonly newerFormat: boolean;
}

/** Reads and checks the whole journal; cuts the torn last line of the newest file of each device. */
export async function scanJournal(folder: string): Promise<JournalScan> {
  const names = await listJournalFiles(folder);
  const devices = new Map<string, DeviceScan>();
  const files: ScannedFile[] = [];
  let tornTailCut = false;
  let newerFormat = false;
  for (const [i, name] of names.entries()) {
    const device = devices.get(name.device) ?? new DeviceScan();
    devices.set(name.device, device);
    const newest = names[i + 1]?.device !== name.device;
    const result = await scanFile(folder, name, device, newest);
    files.push({ ...name, size: result.size, skip: result.skip });
    tornTailCut ||= result.torn;
    newerFormat ||= result.newerFormat;
  }
  return { files, devices, tornTailCut, newerFormat };
}

async function scanFile(folder: string, file: JournalFileName, device: DeviceScan, newest: boolean) {
  const path = join(folder, file.name);
  const skip = new Set<number>();
  let newerFormat = false;
  let last: RawLine | undefined;
  const take = (line: RawLine) => {
    const reading = readSealedLine(line.text);
    if (reading.ok && reading.line.device === file.device) {
      if (line.number === 1) device.broken(file.name, 1, 'header');
      device.entry(file.name, line.number, reading.line);
      return;
    }
    skip.add(line.start);
    if (line.number > 1) return device.broken(file.name, line.number, reading.ok ? 'out-of-place' : reading.why);
    const format = formatOf(line.text, file.device);
    if (format === undefined) device.broken(file.name, 1, 'header');
    else if (format > journalFormat) newerFormat = true;
  };
  // One line late: only the last line may be torn, and only its successor tells that it is not the last.
  const size = await readLines(path, (line) => {
    if (last) take(last);
    last = line;
  });
  if (last && newest && isTorn(last)) {
    await cutTail(folder, file.name, last);
    return { size: last.start, skip, torn: true, newerFormat };
  }
  if (last) take(last);
  return { size, skip, torn: false, newerFormat };
}

/**
 * A write the power cut short: no line feed, or blocks of it never reached the disk (zeros instead of JSON). It was
 * never acknowledged. A line that is whole JSON but has the wrong hash was changed by someone: that is no tear.
 */
function isTorn(last: RawLine): boolean {
  return !last.whole || parseObject(last.text) === undefined;
}

async function cutTail(folder: string, name: string, line: RawLine): Promise<void> {
  const path = join(folder, name);
  try {
    const handle = await open(path, 'r');
    const bytes = Buffer.alloc(line.end - line.start);
    try {
      await handle.read(bytes, 0, bytes.length, line.start);
    } finally {
      await handle.close();
    }
    await writeFile(`${path}.${line.start}.torn`, bytes, { mode: 0o600, flush: true });
    await truncate(path, line.start);
    await syncFile(path);
    await syncFolder(folder);
  } catch (error) {
    throw asWriteFailure(error, 'torn tail');
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function formatOf(text: string, device: string): number | undefined {
  const header = parseObject(text);
  const format = header?.['format'];
  return header?.['device'] === device && Number.isSafeInteger(format) ? (format as number) : undefined;
}
