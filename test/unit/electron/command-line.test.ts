import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/command-line';

const batch = (...tokens: string[]) => parseCommandLine(['--batch', ...tokens]).batch;

test('words and options are told apart', () => {
  expect(batch('census', 'import', 'a.csv', 'b.csv', '--as-of', '2026-11-22')).toEqual({
    words: ['census', 'import', 'a.csv', 'b.csv'],
    options: { 'as-of': ['2026-11-22'] },
  });
});

test('a repeated option keeps every value in order', () => {
  expect(batch('x', '--map', 'a', '--map=b', '--map', 'c')?.options).toEqual({ map: ['a', 'b', 'c'] });
});

test('a flag takes no value, and an option before another one has none', () => {
  expect(batch('print', 'form', '--blank', 'F10', '--copies', '--rows', '3')).toEqual({
    words: ['print', 'form', 'F10'],
    options: { blank: [], copies: [], rows: ['3'] },
  });
});

test('a value may begin with a dash or hold an equals sign', () => {
  expect(batch('x', '--reason=--none', '--ref=a=b', '--at', '-1')?.options).toEqual({
    reason: ['--none'],
    ref: ['a=b'],
    at: ['-1'],
  });
});

test('everything behind two dashes is a word', () => {
  expect(batch('x', '--', '--blank')?.words).toEqual(['x', '--blank']);
});

test('--help anywhere asks for help on the command', () => {
  expect(batch('census', '--help')?.words).toEqual(['help', 'census']);
  expect(batch('--help')?.words).toEqual(['help']);
});

test("profile and passphrase file are the shell's own and not passed on", () => {
  expect(parseCommandLine(['--batch', 'status', '--profile', 'p', '--passphrase-file', 'f'])).toEqual({
    profile: 'p',
    batch: { words: ['status'], options: {}, passphraseFile: 'f' },
  });
});

test("Chromium's switches are no options of the command", () => {
  const argv = [
    '--inspect=0',
    '--remote-debugging-port=0',
    '/path/app',
    '--batch',
    'status',
    '--no-sandbox',
    '--disable-gpu',
  ];
  expect(parseCommandLine(argv)).toEqual({ batch: { words: ['status'], options: {} } });
});

test("the window takes a profile among Chromium's switches", () => {
  expect(parseCommandLine(['--no-sandbox', '--profile', '/data', 'x'])).toEqual({ profile: '/data' });
});

test('an option named like a member of every object is only an option', () => {
  expect(Object.keys(batch('x', '--constructor', 'a', '--__proto__=b')?.options ?? {})).toEqual([
    'constructor',
    '__proto__',
  ]);
});
