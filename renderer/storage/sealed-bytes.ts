import { PortFailure } from '../app/ports';
import { invariant } from '../domain/basics/assert-never';
import { type Bytes, concat, fromBase64, fromUtf8, toBase64, utf8 } from './bytes';
import { compress, expand } from './compress';
import type { Keyring } from './keyring';
import { newIv } from './seal';

/** What sealed bytes are for and which thing they are: bound, so that a draft can never be passed off as a snapshot. */
export interface SealPurpose {
  readonly purpose: 'snapshot' | 'draft' | 'checkpoint' | 'intake' | 'pack-key' | 'page';
  /** Opaque ids only; readable without a key. */
  readonly bound: string;
}

interface Header extends SealPurpose {
  readonly box: number;
  readonly vault: string;
  readonly epoch: number;
  readonly iv: string;
  readonly zip: boolean;
}

const FORMAT = 1;
const NEWLINE = 10;

/** Seals a value as JSON: one readable header line, then AES-GCM with that line as additional data. */
export async function sealJson(
  keyring: Keyring,
  what: SealPurpose,
  value: unknown,
  zip = false,
  epoch: number | undefined = keyring.epoch,
): Promise<Bytes> {
  const { vault } = keyring;
  const key = epoch === undefined ? undefined : keyring.key(epoch);
  if (vault === undefined || epoch === undefined || !key) throw new PortFailure('locked', `sealing a ${what.purpose}`);
  const iv = newIv();
  const header: Header = { box: FORMAT, ...what, vault, epoch, iv: toBase64(iv), zip };
  const line = utf8(`${JSON.stringify(header)}\n`);
  const clear = utf8(JSON.stringify(value));
  const body = zip ? await compress([clear]) : clear;
  return concat(
    line,
    new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: line }, key, body)),
  );
}

/** Opens what sealJson made. Throws PortFailure locked, wrong-key (another vault), newer-version, damaged. */
export async function openJson(keyring: Keyring, what: SealPurpose, sealed: Uint8Array): Promise<unknown> {
  const end = sealed.indexOf(NEWLINE);
  const header = readHeader(sealed.subarray(0, Math.max(end, 0)), what);
  if (keyring.epoch === undefined) throw new PortFailure('locked', `opening a ${what.purpose}`);
  const key = header.vault === keyring.vault ? keyring.key(header.epoch) : undefined;
  if (!key) throw new PortFailure('wrong-key', `the ${what.purpose} belongs to another vault or key epoch`);
  const line = new Uint8Array(sealed.subarray(0, end + 1));
  try {
    const iv = fromBase64(header.iv);
    const body = new Uint8Array(sealed.subarray(end + 1));
    const clear = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: line }, key, body));
    return JSON.parse(fromUtf8(header.zip ? await expand(clear) : clear));
  } catch (cause) {
    throw new PortFailure('damaged', `the ${what.purpose} does not open`, { cause });
  }
}

/** The data key epoch sealed bytes lie under; undefined where they say none. Needs no key. */
export function epochOfSealed(sealed: Uint8Array): number | undefined {
  try {
    const { epoch } = JSON.parse(
      fromUtf8(new Uint8Array(sealed.subarray(0, sealed.indexOf(NEWLINE)))),
    ) as Partial<Header>;
    return epoch;
  } catch {
    return undefined;
  }
}

function readHeader(line: Uint8Array, what: SealPurpose): Header {
  let header: Header;
  try {
    header = JSON.parse(fromUtf8(line)) as Header;
    invariant(Number.isInteger(header.box), 'sealed bytes have a format');
  } catch (cause) {
    throw new PortFailure('damaged', `the ${what.purpose} has no readable header`, { cause });
  }
  if (header.box > FORMAT) throw new PortFailure('newer-version', `the ${what.purpose} has format ${header.box}`);
  if (header.purpose !== what.purpose || header.bound !== what.bound)
    throw new PortFailure('damaged', `not the ${what.purpose} asked for`);
  return header;
}
