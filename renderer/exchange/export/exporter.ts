import { changedSince, ledgerToken } from './changed-since';
import { readAnswer } from './hl7-answer';

/** What the app asks of this folder; the writers are loaded when first needed. */
export const exporter = {
  token: ledgerToken,
  changedSince,
  readAnswer,
  zipName: 'downtime-export.zip',
  build: async (...given: Parameters<(typeof import('./build-export'))['buildExport']>) =>
    (await import('./build-export')).buildExport(...given),
  messages: async (...given: Parameters<(typeof import('./hl7-delivery'))['outboundMessages']>) =>
    (await import('./hl7-delivery')).outboundMessages(...given),
  zip: async (...given: Parameters<(typeof import('./zip-export'))['encryptedZip']>) =>
    (await import('./zip-export')).encryptedZip(...given),
};
