import { expect, test } from 'vitest';
import { refusedSwitch } from '../../../electron/switch-guard';

const none = () => false;

test.each([
  ['--remote-debugging-port=9555', 'remote-debugging-port'],
  ['--remote-debugging-pipe', 'remote-debugging-pipe'],
  ['-remote-debugging-port=1', 'remote-debugging-port'],
  ['/remote-debugging-port=1', 'remote-debugging-port'],
  ['--Remote-Debugging-Port=1', 'remote-debugging-port'],
  ['--inspect', 'inspect'],
  ['--inspect-brk=0', 'inspect-brk'],
  ['--js-flags=--expose-gc', 'js-flags'],
  ['--renderer-cmd-prefix=gdb', 'renderer-cmd-prefix'],
  ['--gpu-launcher=x', 'gpu-launcher'],
  ['--user-data-dir=/tmp/x', 'user-data-dir'],
  ['--proxy-server=http://x', 'proxy-server'],
  ['--enable-features=IdbSqliteBackingStore', 'enable-features'],
  ['--enable-logging=file', 'enable-logging'],
  ['--trace-startup', 'trace-startup'],
])('%s is refused', (argument, name) => {
  expect(refusedSwitch([argument], none)).toBe(name);
});

test.each([['--profile', '/data'], ['--batch', 'status'], ['/home/inspect/file.csv'], ['--', '--inspect']])(
  '%s is let through',
  (...argv) => {
    expect(refusedSwitch(argv, none)).toBeUndefined();
  },
);

test('a start without the sandbox is refused to everybody but root, who only runs tests and containers', () => {
  expect(refusedSwitch(['--no-sandbox'], none, false)).toBe('no-sandbox');
  expect(refusedSwitch([], (name) => name === 'no-zygote', false)).toBe('no-zygote');
  expect(refusedSwitch(['--no-sandbox'], none, true)).toBeUndefined();
});

test('a switch that only Chromium sees is refused', () => {
  expect(refusedSwitch([], (name) => name === 'load-extension')).toBe('load-extension');
});

test('a switch that Electron sets itself is refused only when somebody wrote it', () => {
  const setByElectron = (name: string) => name === 'allow-file-access-from-files';
  expect(refusedSwitch([], setByElectron)).toBeUndefined();
  expect(refusedSwitch(['--allow-file-access-from-files'], setByElectron)).toBe('allow-file-access-from-files');
});
