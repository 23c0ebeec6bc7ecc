import { type IntakeFile, type IntakeSource, PortFailure } from '../../app/ports';
import { fromUtf8, utf8 } from '../bytes';

const POINT_BYTES = 65;
const IV_BYTES = 12;

/** What a box held. */
export interface OpenedBox {
  readonly source: IntakeSource;
  readonly at: string;
  readonly files: readonly IntakeFile[];
}

/** Opens what the main process sealed for the vault. Throws PortFailure damaged, or wrong-key. */
export async function openBox(privateKey: CryptoKey, box: Uint8Array): Promise<OpenedBox> {
  const { subtle } = crypto;
  try {
    const point = box.slice(0, POINT_BYTES);
    const iv = box.slice(POINT_BYTES, POINT_BYTES + IV_BYTES);
    const theirs = await subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
    const key = await subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: point, info: utf8('downtime-box intake 1') },
      await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    const sealed = box.slice(POINT_BYTES + IV_BYTES);
    return unpacked(new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: point }, key, sealed)));
  } catch (cause) {
    throw new PortFailure('damaged', 'a box of the intake does not open', { cause });
  }
}

function unpacked(clear: Uint8Array): OpenedBox {
  const length = new DataView(clear.buffer, clear.byteOffset).getUint32(0);
  const head = JSON.parse(fromUtf8(clear.subarray(4, 4 + length))) as {
    readonly source: IntakeSource;
    readonly at: string;
    readonly files: readonly { readonly name: string; readonly modifiedAt: string; readonly length: number }[];
  };
  let at = 4 + length;
  const files = head.files.map((file): IntakeFile => {
    const bytes = clear.slice(at, at + file.length);
    at += file.length;
    return { name: file.name, modifiedAt: file.modifiedAt, bytes };
  });
  return { source: head.source, at: head.at, files };
}
