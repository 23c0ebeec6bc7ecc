/** What the command line asks for. */
export interface CommandLine {
  readonly profile?: string;
  readonly batch?: BatchCommandLine;
}

/** A command to run without a window; options repeat in order, an option without a value has none. */
export interface BatchCommandLine {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly passphraseFile?: string;
}

/** Options that never take the next word as their value. */
const flags = new Set([
  'help',
  'blank',
  'not-a-duplicate',
  'differences-seen',
  'changes',
  'dry-run',
  'bom',
  'test',
  'no-documents',
  'charges',
]);
/** Chromium's own, given from outside in containers and tests; they are not the command's business. */
const runtimeSwitches = new Set([
  'no-sandbox',
  'disable-gpu',
  'disable-dev-shm-usage',
  'ozone-platform',
  'enable-logging',
]);

/** Reads the app's own arguments. Everything before `--batch` may be Chromium's and is only searched for `--profile`. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const at = argv.indexOf('--batch');
  const before = parseTokens(at === -1 ? argv : argv.slice(0, at)).options;
  const after = at === -1 ? undefined : parseTokens(argv.slice(at + 1));
  const profile = last(after?.options['profile']) ?? last(before['profile']);
  return { ...(profile ? { profile } : {}), ...(after ? { batch: batchOf(after) } : {}) };
}

function batchOf({
  words,
  options,
}: {
  words: readonly string[];
  options: Record<string, string[]>;
}): BatchCommandLine {
  const { profile: _profile, help, 'passphrase-file': passphraseFiles, ...rest } = options;
  const passphraseFile = last(passphraseFiles);
  return {
    words: help ? ['help', ...words] : words,
    options: rest,
    ...(passphraseFile === undefined ? {} : { passphraseFile }),
  };
}

function parseTokens(tokens: readonly string[]): { words: string[]; options: Record<string, string[]> } {
  const words: string[] = [];
  const options: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let onlyWords = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    if (onlyWords || !token.startsWith('--')) {
      words.push(token);
    } else if (token === '--') {
      onlyWords = true;
    } else {
      const [name, inline] = splitAtEquals(token.slice(2));
      if (runtimeSwitches.has(name)) continue;
      const values = (options[name] ??= []);
      const next = tokens[i + 1];
      if (inline !== undefined) values.push(inline);
      else if (!flags.has(name) && next !== undefined && !next.startsWith('--')) {
        values.push(next);
        i += 1;
      }
    }
  }
  return { words, options: { ...options } };
}

function splitAtEquals(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function last(values: readonly string[] | undefined): string | undefined {
  return values?.at(-1);
}
