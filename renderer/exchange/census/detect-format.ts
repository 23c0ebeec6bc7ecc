import type { CensusFile, CensusFormat } from './census';

/** The format of a file by its first bytes, then by its name. */
export function detectFormat(file: CensusFile): CensusFormat {
  const head = new TextDecoder('latin1')
    .decode(file.bytes.subarray(0, 4096))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
  const start = head.replace(/^[\s\x0b\x1c]+/, '');
  if (/^(MSH|FHS|BHS)[^\w\s]/.test(start)) return 'hl7v2';
  if (/^[[{]/.test(start) && (/"resourceType"/.test(head) || /\.(ndjson|json)$/i.test(file.name))) return 'fhir';
  if (/\.(ndjson|json)$/i.test(file.name) || /^<(\?xml|!DOCTYPE|[A-Za-z])/.test(start)) return 'fhir';
  return /\.hl7$/i.test(file.name) ? 'hl7v2' : 'csv';
}
