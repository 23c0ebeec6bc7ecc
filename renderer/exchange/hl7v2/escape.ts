import { STANDARD, type Delimiters } from './delimiters';

/**
 * Text as it may stand in a field. All four libraries we tried let a line break end the segment, so that the rest of a
 * nursing note became a segment of its own (standards.md 3): here it becomes \.br\, and control characters \Xhh\.
 */
export function escapeText(text: string, d: Delimiters = STANDARD): string {
  const e = d.escape || '\\';
  let out = '';
  for (const sign of text) {
    if (sign === d.field) out += `${e}F${e}`;
    else if (sign === d.component) out += `${e}S${e}`;
    else if (sign === d.subcomponent) out += `${e}T${e}`;
    else if (sign === d.repetition) out += `${e}R${e}`;
    else if (sign === e) out += `${e}E${e}`;
    else if (sign === '\n') out += `${e}.br${e}`;
    else if (sign < ' ' || sign === '\u007f')
      out += `${e}X${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}${e}`;
    else out += sign;
  }
  return out;
}

/** The text behind a field's escapes. What is no escape we know (highlighting, local ones) stays as it is. */
export function unescapeText(raw: string, d: Delimiters = STANDARD): string {
  if (d.escape === '' || !raw.includes(d.escape)) return raw;
  const e = d.escape;
  let out = '';
  for (let at = 0; at < raw.length;) {
    const open = raw.indexOf(e, at);
    const close = open < 0 ? -1 : raw.indexOf(e, open + 1);
    if (close < 0) return out + raw.slice(at);
    const meaning = meaningOf(raw.slice(open + 1, close), d);
    if (meaning === undefined) {
      // Not an escape: the second sign may begin one.
      out += raw.slice(at, close);
      at = close;
    } else {
      out += raw.slice(at, open) + meaning;
      at = close + 1;
    }
  }
  return out;
}

function meaningOf(code: string, d: Delimiters): string | undefined {
  switch (code) {
    case 'F':
      return d.field;
    case 'S':
      return d.component;
    case 'T':
      return d.subcomponent;
    case 'R':
      return d.repetition;
    case 'E':
      return d.escape;
    case 'H':
    case 'N':
      return '';
    default:
  }
  const hex = /^X((?:[0-9A-Fa-f]{2})+)$/.exec(code)?.[1];
  if (hex !== undefined) return hexText(hex);
  const format = /^\.(br|sp|ce|fi|nf|in|ti|sk)\s*[+-]?(\d{0,3})$/.exec(code);
  if (format === null) return undefined;
  const times = format[2] === '' ? 1 : Number(format[2]);
  if (format[1] === 'br' || format[1] === 'ce') return '\n';
  if (format[1] === 'sp') return '\n'.repeat(Math.min(times, 99));
  return format[1] === 'sk' ? ' '.repeat(Math.min(times, 99)) : '';
}

/** Bytes of a hex escape are UTF-8 where they are valid, else Latin-1: the standard leaves it to the sites. */
function hexText(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
