import type { InputProblem } from '../problem';

/** A file as text. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG label of what was used. */
  readonly encoding: string;
  /** True when nothing in the file names the encoding and it is not UTF-8: letters beyond English may be wrong. */
  readonly guessed: boolean;
}

/** Starts of files that are no text, with what to do instead. */
const NOT_TEXT: readonly (readonly [readonly number[], string, string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'spreadsheet-file',
    'This is an Excel workbook or a zip file, not CSV. Save it as "CSV UTF-8" and import that.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'spreadsheet-file',
    'This is an old Excel workbook, not CSV. Save it as "CSV UTF-8" and import that.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'pdf-file', 'This is a PDF. Export the list as CSV, FHIR or HL7 instead.'],
  [[0x1f, 0x8b], 'compressed-file', 'This file is compressed (gzip). Unpack it and import what is inside.'],
];

/**
 * Bytes to text: byte order mark, UTF-16 without one, UTF-8, then Windows-1252 (which is also Latin-1). `encoding`
 * overrules all of it. Refuses what is no text.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  encoding?: string,
): { readonly ok: true; readonly value: DecodedText } | { readonly ok: false; readonly error: InputProblem } {
  const refused = (code: string, message: string) => ({
    ok: false as const,
    error: { code, message, where: { file } },
  });
  if (bytes.length === 0) return refused('empty-file', 'The file is empty.');
  for (const [start, code, message] of NOT_TEXT)
    if (start.every((byte, at) => bytes[at] === byte)) return refused(code, message);
  if (encoding !== undefined) {
    const decoder = decoderFor(encoding);
    if (decoder === undefined)
      return refused(
        'unknown-encoding',
        `The encoding "${encoding}" is not known; use a name such as utf-8, windows-1252 or utf-16le.`,
      );
    return { ok: true, value: { text: clean(decoder.decode(bytes)), encoding, guessed: false } };
  }
  const marked = byMark(bytes) ?? bySixteenBitPattern(bytes);
  if (marked !== undefined)
    return {
      ok: true,
      value: { text: clean(new TextDecoder(marked).decode(bytes)), encoding: marked, guessed: false },
    };
  if (hasManyControls(bytes)) return refused('not-text', 'This file is no text; it holds control bytes no census has.');
  try {
    return {
      ok: true,
      value: {
        text: clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
        encoding: 'utf-8',
        guessed: false,
      },
    };
  } catch {
    return {
      ok: true,
      value: { text: clean(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252', guessed: true },
    };
  }
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Mostly Latin text in UTF-16 has a zero in every second byte. */
function bySixteenBitPattern(bytes: Uint8Array): string | undefined {
  const sample = Math.min(bytes.length - (bytes.length % 2), 2000);
  if (sample < 8) return undefined;
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = sample / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.7 && odd < pairs * 0.1 ? 'utf-16be' : undefined;
}

function hasManyControls(bytes: Uint8Array): boolean {
  const sample = Math.min(bytes.length, 4000);
  let controls = 0;
  for (let at = 0; at < sample; at++) {
    const byte = bytes[at] ?? 0;
    // Tab, line ends, form feed, the MLLP frame (0x0b, 0x1c) and DOS end-of-file are seen in honest text files.
    if (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1c].includes(byte)) controls++;
  }
  return controls > sample / 50;
}

/** Without byte order mark and without the end-of-file sign of DOS. */
function clean(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\u001a+\s*$/, '');
}
