import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How bad. */
export type LogLevel = 'info' | 'warn' | 'error';

/** Facts of a log line: numbers, and words of a closed kind (error codes, channel names). */
export type LogDetail = Readonly<Record<string, string | number>>;

/** Writes one line. Never throws: a full disk must not turn a log line into a second failure. */
export type Log = (level: LogLevel, code: string, detail?: LogDetail) => void;

const rotateBytes = 1024 * 1024;
const fileName = 'downtime-box.log';
const codePattern = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** Members whose values may be words; every other member must be a number. A free word could be a patient's name. */
const wordMembers = new Set(['code', 'channel', 'why', 'from', 'to', 'where', 'name']);
const numberMembers = new Set([
  'ms',
  'bytes',
  'free',
  'entries',
  'lines',
  'line',
  'files',
  'count',
  'pages',
  'documents',
  'seq',
  'exit',
  'attempt',
  'version',
  'format',
]);
const wordPattern = /^[A-Za-z0-9_.:@/-]{1,80}$/;

/** Opens the log in `folder`: one JSON object a line, two files of 1 MB. */
export function openLog(folder: string, now: () => Date): Log {
  const path = join(folder, fileName);
  return (level, code, detail) => {
    const line = {
      at: now().toISOString(),
      level,
      code: codePattern.test(code) ? code : 'log.bad-code',
      ...redact(detail ?? {}),
    };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (size > rotateBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  };
}

/** Keeps what cannot name a patient; counts what it left out. */
export function redact(detail: LogDetail): Record<string, string | number> {
  const out: Record<string, string | number> = {};
  let left = 0;
  for (const [member, value] of Object.entries(detail)) {
    if (typeof value === 'number' && numberMembers.has(member)) out[member] = value;
    else if (typeof value === 'string' && wordMembers.has(member) && wordPattern.test(value)) out[member] = value;
    else left += 1;
  }
  if (left > 0) out['redacted'] = left;
  return out;
}

/**
 * Detail text that came from the page, `ms=12 code=disk-full`. The page is not trusted to keep names out: its words
 * count only where they look like a code (small letters with a dash, or an errno), its numbers only by known names.
 */
export function parsePageDetail(text: string): LogDetail {
  const detail: Record<string, string | number> = {};
  for (const [i, token] of text.split(/\s+/).filter(Boolean).entries()) {
    const [, member = '', value = ''] = /^([a-z]+)=(.+)$/.exec(token) ?? [];
    if (/^\d{1,15}(\.\d{1,6})?$/.test(value) && numberMembers.has(member)) detail[member] = Number(value);
    else if (/^([a-z]+(-[a-z]+)+|E[A-Z]{3,12})$/.test(value) && member === 'code') detail[member] = value;
    else detail[`dropped${i}`] = 0;
  }
  return detail;
}

/** An unexpected error for the log: its kind and where it was thrown, never its message, which may quote data. */
export function describeError(error: unknown): LogDetail {
  if (!(error instanceof Error)) return { why: typeof error };
  const frame = /([\w.-]+\.(?:c|m)?[jt]s:\d+)(?::\d+)?\)?$/m.exec(error.stack ?? '')?.[1];
  const code = (error as NodeJS.ErrnoException).code;
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), ...(frame ? { where: frame } : {}) };
}
