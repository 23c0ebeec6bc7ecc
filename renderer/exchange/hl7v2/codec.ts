import { delimitersOf, STANDARD, type Delimiters } from './delimiters';

/** One segment, fields raw (escapes and all): writing gives back what was read, sign by sign. */
export interface Hl7Segment {
  readonly name: string;
  /** fields[0] is the name; for MSH, FHS and BHS fields[1] is MSH-2. */
  readonly fields: readonly string[];
  /** Framing bytes before the name, and line ends, blank lines and framing after the last field. */
  readonly before: string;
  readonly end: string;
  readonly line: number;
  /** What separates the fields here. */
  readonly separator: string;
}

/** One message. */
export interface Hl7Message {
  readonly delimiters: Delimiters;
  readonly segments: readonly Hl7Segment[];
  readonly line: number;
}

/** A line that is no segment: a line break inside a field of the sender, or damage. */
export interface StrayLine {
  readonly line: number;
  readonly message?: Hl7Message;
}

/** A file as it stood: all segments in order, batch envelope included, and the messages among them. */
export interface Hl7File {
  readonly parts: readonly (Hl7Segment | { readonly stray: string; readonly end: string; readonly line: number })[];
  readonly messages: readonly Hl7Message[];
  readonly strays: readonly StrayLine[];
  /** Counts that BTS-1 and FTS-1 state, to be compared. */
  readonly stated: readonly {
    readonly name: 'BTS' | 'FTS';
    readonly count: number;
    readonly line: number;
    readonly found: number;
  }[];
}

const HEADERS = ['MSH', 'FHS', 'BHS'];

/** Reads messages: one, many, in a batch envelope, with CR, LF or CRLF, in MLLP frames or without. */
export function parseHl7(text: string): Hl7File {
  const parts: (Hl7Segment | { stray: string; end: string; line: number })[] = [];
  const messages: { delimiters: Delimiters; segments: Hl7Segment[]; line: number }[] = [];
  const strays: StrayLine[] = [];
  const stated: { name: 'BTS' | 'FTS'; count: number; line: number; found: number }[] = [];
  let delimiters = STANDARD;
  let current: (typeof messages)[number] | undefined;
  let [inBatch, batches] = [0, 0];
  for (const { content, before, end, line } of linesOf(text)) {
    const name = content.slice(0, 3);
    const isHeader = HEADERS.includes(name) && content.length > 4;
    if (isHeader) delimiters = delimitersOf(content);
    if (!isHeader && !isSegment(content, delimiters)) {
      parts.push({ stray: before + content, end, line });
      if (content !== '') strays.push({ line, ...(current === undefined ? {} : { message: current }) });
      continue;
    }
    const segment: Hl7Segment = {
      name,
      fields: content.split(delimiters.field),
      before,
      end,
      line,
      separator: delimiters.field,
    };
    parts.push(segment);
    if (name === 'MSH') {
      current = { delimiters, segments: [segment], line };
      messages.push(current);
      inBatch++;
    } else if (['FHS', 'BHS', 'BTS', 'FTS'].includes(name)) {
      current = undefined;
      if (name === 'BHS') [inBatch, batches] = [0, batches + 1];
      const count = Number.parseInt(segment.fields[1] ?? '', 10);
      if ((name === 'BTS' || name === 'FTS') && Number.isFinite(count))
        stated.push({ name, count, line, found: name === 'BTS' ? inBatch : batches });
    } else if (current !== undefined) current.segments.push(segment);
    else strays.push({ line });
  }
  return { parts, messages, strays, stated };
}

/** The file again, sign by sign as it was read. */
export function writeHl7(file: Hl7File): string {
  return file.parts
    .map((part) => ('stray' in part ? part.stray : part.before + part.fields.join(part.separator)) + part.end)
    .join('');
}

/** One message as text, segments ended by CR as the standard wants. */
export function messageText(message: Hl7Message): string {
  return message.segments.map((segment) => `${segment.fields.join(segment.separator)}\r`).join('');
}

function isSegment(content: string, { field }: Delimiters): boolean {
  return /^[A-Z][A-Z0-9]{2}$/i.test(content.slice(0, 3)) && (content.length === 3 || content.charAt(3) === field);
}

function linesOf(text: string): readonly { content: string; before: string; end: string; line: number }[] {
  const lines: { content: string; before: string; end: string; line: number }[] = [];
  let line = 1;
  let lead = '';
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, raw = '', end = ''] = match;
    if (whole === '') continue;
    // MLLP frame: <VT> before, <FS> behind; both are kept where they stood.
    const before = /^[\u000b\u001c\ufeff \t]*/.exec(raw)?.[0] ?? '';
    const content = raw.slice(before.length);
    const last = lines.at(-1);
    if (content === '') {
      if (last === undefined) lead += before + end;
      else last.end += before + end;
    } else {
      const tail = /\u001c+$/.exec(content)?.[0] ?? '';
      lines.push({
        content: content.slice(0, content.length - tail.length),
        before: lead + before,
        end: tail + end,
        line,
      });
      lead = '';
    }
    line++;
  }
  if (lead !== '') lines.push({ content: '', before: lead, end: '', line: 1 });
  return lines;
}
