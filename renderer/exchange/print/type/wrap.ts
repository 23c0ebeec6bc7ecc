import { textWidth } from './measure';
import type { Line, Run, Style } from './styles';

// Letters of other fonts and rounding of the printing engine: without this a full line could wrap once more on paper.
const SAFETY = 0.985;

/** Letters that spoof or break a line when printed: control characters and direction overrides. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Letters that need no care, in most of all texts. */
const USUAL = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2015]*$/;

/** Text as it will be printed: composed letters, one kind of line end, nothing invisible. */
export function printable(text: string): string {
  if (USUAL.test(text)) return text;
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNPRINTABLE, '');
}

/** Breaks a text of one style into lines no wider than `width` mm. An empty text has no lines. */
export function wrapText(text: string, style: Style, width: number): readonly Line[] {
  return wrapRuns([{ text, style }], width);
}

/**
 * Breaks text of several styles into lines. Line ends in the text are kept; a word too wide for a line is broken, at its
 * hyphens if it has any, never cut. A run that ends in a no-break space stays with the next: a label with its value.
 */
export function wrapRuns(runs: readonly Run[], width: number): readonly Line[] {
  const room = width * SAFETY;
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  const finish = (): void => {
    lines.push(trimEnd(line));
    line = [];
    used = 0;
  };
  const put = (text: string, style: Style, wide: number): void => {
    const last = line.at(-1);
    if (last?.style === style) line[line.length - 1] = { text: last.text + text, style };
    else line.push({ text, style });
    used += wide;
  };
  const putWord = (word: string, style: Style, held: number): void => {
    const bare = word.replace(/ +$/, '');
    const needed = textWidth(bare, style);
    if (used + needed + held > room && used > 0) finish();
    if (needed <= room) {
      // A blank at the start of a wrapped line is dropped, at the start of the text it is meant.
      if (bare !== '' || used > 0 || lines.length === 0) put(word, style, textWidth(word, style));
      return;
    }
    const parts = word.split(/(?<=-)/);
    if (parts.length > 1) {
      for (const part of parts) putWord(part, style, 0);
      return;
    }
    for (const letter of word) {
      const wide = textWidth(letter, style);
      if (used + wide > room && used > 0) finish();
      put(letter, style, wide);
    }
  };
  runs.forEach(({ text, style }, index) => {
    const held = text.endsWith('\u00a0') ? firstWord(runs[index + 1]) : 0;
    for (const [row, paragraph] of printable(text).split('\n').entries()) {
      if (row > 0) finish();
      const words = paragraph.match(/[^ ]* +|[^ ]+/g) ?? [];
      words.forEach((word, place) => putWord(word, style, place === words.length - 1 ? held : 0));
    }
  });
  if (line.length > 0) finish();
  return lines;
}

/** Width of what must not be parted from the run before. */
function firstWord(run: Run | undefined): number {
  return run ? textWidth(run.text.split(' ', 1)[0] ?? '', run.style) : 0;
}

function trimEnd(line: readonly Run[]): Run[] {
  const last = line.at(-1);
  return last ? [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }] : [];
}
