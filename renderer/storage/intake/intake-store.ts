import type { Bridge } from '../../../electron/ipc/contract';
import { type Intake, type IntakeItem, type IntakeReport, PortFailure } from '../../app/ports';
import { fromBase64, toBase64 } from '../bytes';
import type { Keyring } from '../keyring';
import { openJson, type SealPurpose, sealJson } from '../sealed-bytes';
import type { Shell } from '../shell';
import { openBox } from './open-box';

const KEY_BLOB = 'intake-key.sealed';
const REPORT_BLOB = 'intake-reports.sealed';
const KEY: SealPurpose = { purpose: 'intake', bound: 'key' };
const REPORTS: SealPurpose = { purpose: 'intake', bound: 'reports' };
const REPORTS_KEPT = 30;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

interface StoredKey {
  readonly publicKey: string;
  /** PKCS #8, base64; sealed with the vault's data key like any record. */
  readonly privateKey: string;
}

/** Opens what came in by itself: the private half of the intake key lies sealed beside the snapshots. */
export function createIntake({
  bridge,
  shell,
  keyring,
}: {
  readonly bridge: Pick<Bridge, 'on'>;
  readonly shell: Shell;
  readonly keyring: Keyring;
}): Intake {
  async function storedKey(): Promise<StoredKey> {
    const { bytes } = await shell.call('blob.read', { name: KEY_BLOB });
    if (bytes) {
      try {
        return (await openJson(keyring, KEY, bytes)) as StoredKey;
      } catch (cause) {
        // A vault that was made anew here: boxes of the old one are its own loss, new ones must open.
        if (!(cause instanceof PortFailure) || cause.code === 'locked') throw cause;
      }
    }
    const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
    const made: StoredKey = {
      publicKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
      privateKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
    };
    await shell.call('blob.write', { name: KEY_BLOB, bytes: await sealJson(keyring, KEY, made) });
    return made;
  }

  return {
    state: () => shell.call('intake.state'),

    async ready() {
      const { publicKey } = await storedKey();
      await shell.call('intake.useKey', { publicKey: fromBase64(publicKey) });
    },

    async next() {
      const boxes = await shell.call('intake.next');
      if (boxes.length === 0) return [];
      const { privateKey } = await storedKey();
      const key = await crypto.subtle.importKey('pkcs8', fromBase64(privateKey), CURVE, false, ['deriveBits']);
      return Promise.all(
        boxes.map(async ({ n, box }): Promise<IntakeItem> => {
          try {
            return { n, ...(await openBox(key, box)) };
          } catch {
            return { n, source: 'folder', at: '', files: [], damaged: true };
          }
        }),
      );
    },

    async settle(n) {
      await shell.call('intake.settle', { n });
    },

    async reports() {
      const { bytes } = await shell.call('blob.read', { name: REPORT_BLOB });
      if (!bytes) return [];
      try {
        return (await openJson(keyring, REPORTS, bytes)) as readonly IntakeReport[];
      } catch (cause) {
        if (cause instanceof PortFailure && cause.code === 'locked') throw cause;
        // What an old pick-up came to is worth less than the next one.
        return [];
      }
    },

    async keepReports(reports) {
      const bytes = await sealJson(keyring, REPORTS, reports.slice(0, REPORTS_KEPT));
      await shell.call('blob.write', { name: REPORT_BLOB, bytes });
    },

    onChange: (listener) => bridge.on('intake-changed', listener),
  };
}
