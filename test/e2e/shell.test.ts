import { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, contract } from '../../electron/ipc/contract';
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

describe('app://ward', () => {
  const get = (url: string) =>
    running.app.evaluate(async ({ net }, target) => {
      const answer = await net.fetch(target);
      return {
        status: answer.status,
        policy: answer.headers.get('content-security-policy'),
        type: answer.headers.get('content-type'),
      };
    }, url);

  test.each([
    'app://ward/..%2f..%2fpackage.json',
    'app://ward/..%5c..%5cpackage.json',
    'app://ward/assets/..%2f..%2f..%2fpackage.json',
  ])('refuses %s', async (url) => {
    expect((await get(url)).status).toBe(403);
  });

  test('answers no other host', async () => {
    expect((await get('app://evil/index.html')).status).toBe(403);
  });

  test('sends the strict policy with a nonce of its own for each load', async () => {
    const [first, second] = [await get('app://ward/'), await get('app://ward/')];
    expect(first.policy).toContain(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-",
    );
    expect(first.policy).toContain("require-trusted-types-for 'script'");
    expect(first.policy).not.toBe(second.policy);
    expect(first.policy).not.toContain('unsafe-inline');
  });
});

describe('the bridge', () => {
  test('knows no channel outside the contract', async () => {
    expect(await invoke('app.quit' as Channel)).toEqual({ ok: false, code: 'bad-argument' });
  });

  test('refuses a malformed argument on every channel', async () => {
    for (const channel of Object.keys(contract) as Channel[]) {
      expect([channel, await invoke(channel, 'x'.repeat(10_000))]).toEqual([
        channel,
        { ok: false, code: 'bad-argument' },
      ]);
      expect([channel, await invoke(channel, [1])]).toEqual([channel, { ok: false, code: 'bad-argument' }]);
    }
  });

  test('gives batch files to no window', async () => {
    expect(await invoke('batch.readInput', { path: '/etc/passwd' })).toEqual({ ok: false, code: 'not-allowed' });
  });

  test.each(['data:text/html,<p>foreign', 'app://ward/index.html'])(
    'answers no other window, here one showing %s',
    async (url) => {
      const answer = await running.app.evaluate(
        async ({ app, BrowserWindow }, [target]) => {
          const preload = `${app.getAppPath()}/dist/electron/preload.cjs`;
          const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
          try {
            await window.loadURL(target);
            return (await window.webContents.executeJavaScript(`downtimeBox.invoke('vault.read')`)) as unknown;
          } finally {
            window.destroy();
          }
        },
        [url] as const,
      );
      expect(answer).toEqual({ ok: false, code: 'not-allowed' });
    },
  );
});

describe('printing', () => {
  const sheet = (body: string) =>
    `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:0}section{width:210mm;height:296.9mm;break-after:page;overflow:hidden}</style>${body}`;

  test('makes one PDF a document, in order, and runs no script of a document', async () => {
    const script = '<script>document.body.innerHTML = "<section>x</section>".repeat(9)</script>';
    const answer = await invoke('print.toPdf', {
      documents: [sheet('<section>one</section>'), sheet(`<section>one</section><section>two</section>${script}`)],
      paper: 'A4',
    });
    const { ok, value } = answer as { ok: boolean; value: { pdfs: Record<string, number>[]; overflow: unknown[] } };
    expect(ok).toBe(true);
    const documents = await Promise.all(value.pdfs.map((pdf) => PDFDocument.load(Uint8Array.from(Object.values(pdf)))));
    expect(documents.map((pdf) => pdf.getPageCount())).toEqual([1, 2]);
    expect(documents[0]?.getPage(0).getSize().width).toBeCloseTo(595, 0);
    expect(value.overflow).toEqual([]);
  });

  test('names the field that does not fit', async () => {
    const tight =
      '<section data-sheet="S1" data-page="2"><div data-fit="allergies" style="height:5mm;overflow:hidden">a<br>b<br>c<br>d</div></section>';
    const answer = (await invoke('print.toPdf', { documents: [sheet(tight)], paper: 'A4' })) as {
      value: { overflow: unknown[] };
    };
    expect(answer.value.overflow).toEqual([{ sheet: 'S1', page: 2, field: 'allergies' }]);
  });

  test('uses the fonts of the page', async () => {
    const font = await page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap((sheet) =>
        [...sheet.cssRules].map((rule) => ({ rule, href: sheet.href })),
      );
      const face = rules.find(({ rule }) => rule instanceof CSSFontFaceRule);
      const file = /url\("?([^")]+\.woff2)/.exec(face?.rule.cssText ?? '')?.[1];
      return file && new URL(file, face?.href ?? undefined).href;
    });
    expect(font).toMatch(/^app:\/\/ward\/.*\.woff2$/);
    const style = `<style>@font-face{font-family:paper;src:url('${font ?? ''}')}section{font-family:paper,serif}</style>`;
    const answer = await invoke('print.toPdf', { documents: [sheet(`${style}<section>one</section>`)], paper: 'A4' });
    const { value } = answer as { value: { pdfs: Record<string, number>[] } };
    const text = Buffer.from(Object.values(value.pdfs[0] ?? {})).toString('latin1');
    expect([...text.matchAll(/\/FontName \/[A-Z]+\+(\w+)/g)].map(([, name]) => name)).toEqual(['IBMPlexSans']);
  });

  test('leaves nothing of a document in its window', async () => {
    await invoke('print.toPdf', { documents: [sheet('<section>Anna Example</section>')], paper: 'A4' });
    const urls = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(urls.filter((url) => !url.startsWith('app://ward/'))).toEqual(['about:blank']);
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
