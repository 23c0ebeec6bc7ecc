import type { BackupCounts, BackupRefusal, BackupSummary } from '../../app/backup-port';
import { PortFailure } from '../../app/ports';
import { canonicalJson } from '../../domain/basics/json';
import { type Result, ok, refuse } from '../../domain/basics/result';
import type { Instant } from '../../domain/basics/time';
import { type Bytes, concat, fromBase64, fromUtf8, toBase64, utf8 } from '../bytes';
import { type DataKey, newIv, sha256Hex } from '../seal';
import { readVaultFile, type VaultFile } from '../vault/vault-file';

/** The newest backup format this code reads and writes. */
export const BACKUP_FORMAT = 1;

const MAGIC = 'DOWNTIME-BOX-BACKUP ';
const NEWLINE = 10;

/** What is sealed with the content: exchange one of these or the vault file and the seal does not open. */
interface BoundFacts extends BackupCounts {
  readonly format: number;
  readonly vault: string;
  readonly createdAt: Instant;
  readonly version: string;
  readonly epoch: number;
  readonly iv: string;
  readonly vaultSha256: string;
}

/** The second line of the file. */
interface Header extends BoundFacts {
  readonly bodyBytes: number;
  readonly bodySha256: string;
  /** SHA-256 of the rest of the header, so that damage is told from a newer format without a key. */
  readonly checksum: string;
}

/** A backup whose outside is whole: header, vault file, and a body that still is what was written. */
export interface BackupFile {
  readonly header: Header;
  readonly vaultFile: VaultFile;
  readonly summary: BackupSummary;
  readonly body: Bytes;
}

/**
 * Three lines and a body: `DOWNTIME-BOX-BACKUP <format>`, the header, the vault file as it lies on disk (keys wrapped,
 * names of staff in clear, as there), then the content, sealed under a data key of the vault.
 */
export async function writeBackupFile(
  facts: BackupCounts & Pick<BoundFacts, 'vault' | 'createdAt' | 'version'>,
  vaultText: string,
  content: Bytes,
  { epoch, key }: DataKey,
): Promise<Bytes> {
  const iv = newIv();
  const vaultSha256 = await sha256Hex(vaultText);
  const bound: BoundFacts = { ...facts, format: BACKUP_FORMAT, epoch, iv: toBase64(iv), vaultSha256 };
  const params = { name: 'AES-GCM', iv, additionalData: utf8(canonicalJson(bound)) };
  const body = new Uint8Array(await crypto.subtle.encrypt(params, key, content));
  const outside = { ...bound, bodyBytes: body.length, bodySha256: await sha256Hex(body) };
  const header: Header = { ...outside, checksum: await sha256Hex(canonicalJson(outside)) };
  const lines = [`${MAGIC}${BACKUP_FORMAT}`, JSON.stringify(header), JSON.stringify(vaultText), ''];
  return concat(utf8(lines.join('\n')), body);
}

/** Checks everything that can be checked without a key. */
export async function readBackupFile(given: Uint8Array): Promise<Result<BackupFile, BackupRefusal>> {
  const bytes = new Uint8Array(given);
  const [magic, headerLine, vaultLine, body] = cutLines(bytes);
  if (!magic.startsWith(MAGIC)) return refuse({ code: 'not-a-backup' });
  const announced = Number(magic.slice(MAGIC.length));
  const said = asObject(parse(headerLine)) as Partial<Header> | undefined;
  const format = said?.format ?? announced;
  if (format !== announced || !Number.isSafeInteger(format)) return damaged('header');
  if (format > BACKUP_FORMAT) return refuse({ code: 'newer-format', format });
  if (format < BACKUP_FORMAT) return refuse({ code: 'older-format', format });
  if (!said || !(await isWhole(said))) return damaged('header');
  const header = said as Header;

  const vaultText = parse(vaultLine);
  if (typeof vaultText !== 'string' || (await sha256Hex(vaultText)) !== header.vaultSha256) return damaged('vault');
  const vaultFile = await readVault(vaultText);
  if (!vaultFile.ok) return vaultFile;
  if (vaultFile.value.vault !== header.vault) return damaged('vault');
  if (body.length !== header.bodyBytes || (await sha256Hex(body)) !== header.bodySha256) return damaged('content');
  const { site, ward, workstation } = vaultFile.value;
  const { vault, createdAt, version, entries, snapshots, drafts, library } = header;
  const facts = { vault, createdAt, version, entries, snapshots, drafts, library };
  const summary = { ...facts, site, ward, workstation, sha256: await sha256Hex(bytes) };
  return ok({ header, vaultFile: vaultFile.value, summary, body });
}

/** The content, still packed; undefined where the key or one of the bound facts is another. */
export async function openBody({ header, body }: BackupFile, key: CryptoKey): Promise<Bytes | undefined> {
  const { bodyBytes: _bytes, bodySha256: _sha256, checksum: _checksum, ...bound } = header;
  try {
    const params = { name: 'AES-GCM', iv: fromBase64(header.iv), additionalData: utf8(canonicalJson(bound)) };
    return new Uint8Array(await crypto.subtle.decrypt(params, key, body));
  } catch {
    return undefined;
  }
}

async function readVault(text: string): Promise<Result<VaultFile, BackupRefusal>> {
  try {
    return ok(await readVaultFile(text));
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    const format = asObject(parse(text))?.['format'];
    return error.code === 'newer-version' ? refuse({ code: 'newer-format', format: Number(format) }) : damaged('vault');
  }
}

async function isWhole(header: Partial<Header>): Promise<boolean> {
  const { checksum, ...rest } = header;
  return checksum === (await sha256Hex(canonicalJson(rest)));
}

function cutLines(bytes: Bytes): [string, string, string, Bytes] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < 3) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end === -1) break;
    lines.push(lossyText(bytes.subarray(start, end)));
    start = end + 1;
  }
  // A file of one line may still be the start of one that was cut.
  const [magic = lossyText(bytes.subarray(0, MAGIC.length + 4)), header = '', vault = ''] = lines;
  return [magic, header, vault, bytes.slice(start)];
}

function lossyText(bytes: Bytes): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return '';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function damaged(part: 'header' | 'vault' | 'content'): { ok: false; error: BackupRefusal } {
  return refuse({ code: 'backup-damaged', part });
}
