import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../electron/ipc/contract';
import { answerDialog, type RunningApp, startApp } from '../support/app-driver';
import { packagedApp } from '../support/packaged-app';
import type {} from '../../renderer/globals';

// Electron's security checklist and what the shell promises, asked of the running app.

let running: RunningApp;
let page: Page;
const { file, args, env } = packagedApp();

beforeAll(async () => {
  running = await startApp({ file, args, env });
  page = running.page;
  await page.waitForLoadState('load');
});

afterAll(async () => {
  await running.close();
});

/** Asks the shell as the page does. */
function invoke(channel: Channel, value?: unknown): Promise<unknown> {
  return page.evaluate(([name, argument]) => window.downtimeBox.invoke(name as 'shell.info', argument as undefined), [
    channel,
    value,
  ] as const);
}

describe('the page', () => {
  test('has no Node and no Electron', async () => {
    expect(
      await page.evaluate(() => ['process', 'require', 'module', 'Buffer'].filter((name) => name in globalThis)),
    ).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.downtimeBox).sort())).toEqual(['invoke', 'on']);
  });

  test('runs in a sandbox of its own, without developer conveniences', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as
        | (Electron.WebContents & { getLastWebPreferences(): Record<string, unknown> })
        | undefined;
      return contents?.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(preferences?.['webviewTag'] ?? false).toBe(false);
    expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  test('evaluates no text as code', async () => {
    const outcome = await page.evaluate(
      () =>
        new Promise((resolve) => {
          // Later, because the policy does not hold while the test driver's own call runs.
          setTimeout(() => {
            const attempt = (work: () => void) => {
              try {
                work();
              } catch {
                // Refused, as it should be; `injected` tells.
              }
            };
            const code = 'globalThis.injected = true';
            // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval, typescript/no-unsafe-call
            attempt(() => void new Function(code)());
            // oxlint-disable-next-line no-eval
            attempt(() => void (0, eval)(code));
            attempt(() => {
              const script = document.createElement('script');
              script.textContent = code;
              document.body.append(script);
            });
            resolve('injected' in globalThis ? 'ran' : 'refused');
          });
        }),
    );
    expect(outcome).toBe('refused');
  });

  test('takes no markup from text', async () => {
    const outcome = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
        return 'taken';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
  });

  test.each([
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://other/index.html',
    'ws://127.0.0.1:9/',
  ])('reaches nothing at %s', async (url) => {
    const outcome = await page.evaluate(async (target) => {
      if (target.startsWith('ws')) {
        return new Promise((resolve) => {
          try {
            const socket = new WebSocket(target);
            socket.addEventListener('error', () => resolve('refused'));
            socket.addEventListener('open', () => resolve('reached'));
          } catch {
            resolve('refused');
          }
        });
      }
      return fetch(target, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
    }, url);
    expect(outcome).toBe('refused');
  });

  test('stays where it is when something tries to navigate', async () => {
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,x', 'app://print/1']) {
      await page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
      }, url);
    }
    await page.evaluate(() => location.assign('https://example.org/'));
    expect(await page.evaluate(() => location.href)).toMatch(/^app:\/\/ward\//);
  });

  test('opens no window and embeds no page', async () => {
    expect(await page.evaluate(() => window.open('app://ward/index.html') === null)).toBe(true);
    const reachable = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'app://ward/index.html';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const inner = frame.contentWindow;
      try {
        return inner !== null && 'downtimeBox' in inner;
      } catch {
        return false;
      } finally {
        frame.remove();
      }
    });
    expect(reachable).toBe(false);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('gets no permission', async () => {
    const outcome = await page.evaluate(async () => {
      const geolocation = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('refused'),
        ),
      );
      const camera = navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
        () => 'granted',
        () => 'refused',
      );
      const screen = navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'refused',
      );
      return Promise.all([geolocation, camera, screen, Notification.requestPermission()]);
    });
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'denied']);
  });

  test('downloads nothing', async () => {
    const count = await running.app.evaluate(async ({ session, BrowserWindow }) => {
      let finished = 0;
      session.defaultSession.on('will-download', (_event, item) => {
        item.on('done', (_done, state) => {
          if (state === 'completed') finished += 1;
        });
      });
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,secret');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return finished;
    });
    expect(count).toBe(0);
  });

  test('cannot change the title of the window', async () => {
    await page.evaluate(() => {
      document.title = 'Anna Example';
    });
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'Downtime Box',
    );
  });
});

describe('the shell', () => {
  test('saves where the person chose, and nowhere when cancelled', async () => {
    const bytes = new Uint8Array([1]);
    const save = () =>
      page.evaluate(
        (data) => window.downtimeBox.invoke('files.save', { name: 'a.pdf', bytes: new Uint8Array(data) }),
        [...bytes],
      );
    await answerDialog(running.app, []);
    expect(await save()).toEqual({ ok: true, value: { saved: false } });
    await answerDialog(running.app, [join(running.profile, 'chosen.pdf')]);
    expect(await save()).toEqual({
      ok: true,
      value: {
        saved: true,
        name: 'chosen.pdf',
        sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
      },
    });
    expect(await readdir(running.profile)).toContain('chosen.pdf');
  });

  test('refuses a batch command while the window is open, with exit code 7', () => {
    const { status, stdout } = spawnSync(file, [...args, '--batch', 'status', '--profile', running.profile], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'in-use' });
  });

  test('ends a second start without a second window', () => {
    const { status } = spawnSync(file, [...args, '--profile', running.profile], { env, encoding: 'utf8' });
    expect(status).toBe(0);
  });

  test("locks by ending the page's process and opening a fresh one in the same place", async () => {
    const look = () =>
      running.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find((each) =>
          each.webContents.getURL().startsWith('app://ward/'),
        );
        return { pid: window?.webContents.getOSProcessId() ?? 0, bounds: window?.getBounds() };
      });
    const before = await look();
    await page
      .evaluate(() => {
        (globalThis as { marker?: string }).marker = 'x';
        void window.downtimeBox.invoke('shell.lock');
      })
      .catch(() => undefined);
    page = await running.freshPage();
    await page.waitForLoadState('load');
    const after = await look();
    expect(after.pid).not.toBe(before.pid);
    expect(() => process.kill(before.pid, 0)).toThrow('ESRCH');
    expect(after.bounds).toEqual(before.bounds);
    expect(await invoke('shell.freeBytes')).toMatchObject({ ok: true });
  });

  test('moves a database aside whole and starts with a new one', async () => {
    const count = (write: boolean) =>
      page.evaluate(
        (add) =>
          new Promise<number>((resolve, reject) => {
            const open = indexedDB.open('shell-test', 1);
            open.onupgradeneeded = () => open.result.createObjectStore('rows', { autoIncrement: true });
            open.onerror = () => reject(new Error('open'));
            open.onsuccess = () => {
              const rows = open.result.transaction('rows', 'readwrite').objectStore('rows');
              if (add) rows.add('row');
              const counted = rows.count();
              counted.onsuccess = () => resolve(counted.result);
            };
          }),
        write,
      );
    expect(await count(true)).toBe(1);
    const old = page;
    await page.evaluate(() => void window.downtimeBox.invoke('database.moveAside')).catch(() => undefined);
    page =
      running.app.windows().find((each) => each !== old && !each.isClosed()) ??
      (await running.app.waitForEvent('window'));
    await page.waitForLoadState('load');
    expect(await count(false)).toBe(0);
    const names = await readdir(join(running.profile, 'browser', 'IndexedDB'));
    expect(names.filter((name) => name.includes('.aside-')).length).toBeGreaterThan(0);
  });
});
