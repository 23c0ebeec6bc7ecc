import { decodeText } from '../csv/decode-text';
import type { InputProblem } from '../problem';
import { delimitersOf } from './delimiters';

/** MSH-18 (table 0211) -> WHATWG label. */
const LABELS: Readonly<Record<string, string>> = {
  ASCII: 'windows-1252',
  '8859/1': 'windows-1252',
  '8859/2': 'iso-8859-2',
  '8859/3': 'iso-8859-3',
  '8859/4': 'iso-8859-4',
  '8859/5': 'iso-8859-5',
  '8859/6': 'iso-8859-6',
  '8859/7': 'iso-8859-7',
  '8859/8': 'iso-8859-8',
  '8859/9': 'windows-1254',
  '8859/15': 'iso-8859-15',
  UNICODE: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  'UNICODE UTF-16': 'utf-16be',
  'ISO IR14': 'shift_jis',
  'ISO IR87': 'iso-2022-jp',
  'GB 18030-2000': 'gb18030',
  'KS X 1001': 'euc-kr',
  'BIG-5': 'big5',
  CNS: 'big5',
};

/** Bytes to text by MSH-18; UTF-8 that is valid wins over a wrong 8859/1, because senders forget to say it. */
export function decodeHl7(
  bytes: Uint8Array,
  file: string,
):
  | { readonly ok: true; readonly text: string; readonly guessed?: string }
  | { readonly ok: false; readonly error: InputProblem } {
  const plain = decodeText(bytes, file);
  if (!plain.ok) return plain;
  const said = charsetOf(plain.value.text);
  const label = said === undefined ? undefined : LABELS[said.toUpperCase()];
  const text = plain.value.text;
  if (plain.value.encoding !== 'windows-1252') {
    // Valid UTF-8 of a double-byte set that happens to be ASCII escapes (ISO-2022-JP) still has to be decoded.
    if (label === 'iso-2022-jp' && text.includes('\u001b'))
      return { ok: true, text: new TextDecoder(label).decode(bytes) };
    return { ok: true, text };
  }
  if (label !== undefined && label !== 'utf-8') return { ok: true, text: new TextDecoder(label).decode(bytes) };
  return { ok: true, text, guessed: 'windows-1252' };
}

/** First repetition of MSH-18 of the first message. */
function charsetOf(text: string): string | undefined {
  const msh = /(?:^|[\r\n\u000b])(MSH[^\r\n]{5,})/.exec(text)?.[1];
  if (msh === undefined) return undefined;
  const d = delimitersOf(msh);
  const field = msh.split(d.field)[17] ?? '';
  const first = (d.repetition === '' ? field : (field.split(d.repetition)[0] ?? '')).trim();
  return first === '' ? undefined : first;
}
