import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app-driver';
import { packagedApp } from '../support/packaged-app';
import { triedTimes } from './tries';

// What test/e2e/shell.test.ts leaves open of Electron's checklist: each permission by name, webviews, every way to navigate,
// embed or open, and the policy seen from inside.

let running: RunningApp;
let page: Page;

beforeAll(async () => {
  running = await startApp(packagedApp());
  page = running.page;
  await page.waitForLoadState('load');
});
afterAll(() => running.close());

describe('permissions', () => {
  test('are refused by name, but for keeping the database and writing to the clipboard', async (context) => {
    const states = await page.evaluate(async () => {
      const names =
        'accelerometer ambient-light-sensor background-fetch background-sync camera clipboard-read display-capture geolocation gyroscope idle-detection local-fonts magnetometer microphone midi nfc notifications payment-handler periodic-background-sync screen-wake-lock speaker-selection storage-access top-level-storage-access window-management';
      const found: Record<string, string> = {};
      for (const name of names.split(' ')) {
        found[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'unknown to this engine',
        );
      }
      return found;
    });
    expect(Object.entries(states).filter(([, state]) => state === 'granted')).toEqual([]);
    triedTimes(context, Object.keys(states).length);
  });

  test('give no device, no file handle and no clipboard content', async (context) => {
    const outcome = await page.evaluate(async () => {
      const browser = navigator as unknown as Record<string, Record<string, (options?: unknown) => Promise<unknown>>>;
      const tries: Record<string, () => Promise<unknown> | undefined> = {
        usb: () => browser['usb']?.['requestDevice']?.({ filters: [] }),
        hid: () => browser['hid']?.['requestDevice']?.({ filters: [] }),
        serial: () => browser['serial']?.['requestPort']?.(),
        bluetooth: () => browser['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true }),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        clipboard: () => navigator.clipboard.readText(),
        fonts: () => (window as unknown as { queryLocalFonts?: () => Promise<unknown> }).queryLocalFonts?.(),
        worker: () => navigator.serviceWorker.register('https://example.org/sw.js'),
      };
      const got: string[] = [];
      for (const [name, attempt] of Object.entries(tries)) {
        const late = new Promise((resolve) => setTimeout(resolve, 1500, 'nothing'));
        const answer = await Promise.race([
          Promise.resolve()
            .then(attempt)
            .catch(() => 'nothing'),
          late,
        ]);
        const empty = answer === 'nothing' || answer === undefined || (Array.isArray(answer) && answer.length === 0);
        if (!empty) got.push(name);
      }
      return { got, tried: Object.keys(tries).length };
    });
    expect(outcome.got).toEqual([]);
    triedTimes(context, outcome.tried);
  });
});

describe('other pages', () => {
  const TARGETS = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,<script>document.title=1</script>',
    'javascript:globalThis.ran=1',
    'blob:app://ward/0',
    'mailto:someone@example.org',
    'tel:112',
    'ftp://127.0.0.1/',
    'chrome://gpu/',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://ward/index.html',
    'app://print/1',
    'app://ward.evil/',
  ];

  test('are neither opened, embedded nor gone to', async (context) => {
    await running.app.evaluate(({ app, shell }) => {
      const seen = { made: 0, outside: 0 };
      (globalThis as { __seen?: typeof seen }).__seen = seen;
      app.on('web-contents-created', () => (seen.made += 1));
      shell.openExternal = () => {
        seen.outside += 1;
        return Promise.resolve();
      };
    });
    const opened = await page.evaluate(async (targets) => {
      const failed: string[] = [];
      for (const target of targets) {
        if (window.open(target, '_blank') !== null) failed.push(`opened ${target}`);
        for (const tag of ['iframe', 'embed', 'object', 'webview', 'portal', 'fencedframe']) {
          const element = document.createElement(tag);
          try {
            element.setAttribute(tag === 'object' ? 'data' : 'src', target);
          } catch {
            // Trusted Types were faster.
            continue;
          }
          document.body.append(element);
          await new Promise((resolve) => setTimeout(resolve, 15));
          element.remove();
        }
        for (const where of ['_top', '_self', '_blank', '_parent']) {
          const link = document.createElement('a');
          link.href = target;
          link.target = where;
          link.click();
          const form = document.createElement('form');
          form.action = target;
          form.target = where;
          document.body.append(form);
          form.submit();
          form.remove();
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...failed, ...('ran' in globalThis ? ['a javascript: address ran'] : [])];
    }, TARGETS);
    expect(opened).toEqual([]);
    expect(await page.evaluate(() => location.href)).toMatch(/^app:\/\/ward\//);
    expect(await running.app.evaluate(() => (globalThis as { __seen?: object }).__seen)).toEqual({
      made: 0,
      outside: 0,
    });
    expect(await running.strangers()).toEqual([]);
    triedTimes(context, TARGETS.length * (1 + 6 + 8));
  });

  test('are not even an empty one: the page is opened anew when something blanks it', async (context) => {
    for (let i = 0; i < 2; i += 1) {
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'about:blank';
        link.click();
      });
      page = await running.freshPage(page);
      await page.waitForLoadState('load');
      expect(page.url()).toMatch(/^app:\/\/ward\//);
    }
    triedTimes(context, 2);
  });

  test('have no webview, and none is attached where one is asked for', async (context) => {
    const attached = await running.app.evaluate(async ({ BrowserWindow, webContents }) => {
      // Even a window that somebody opened with the tag switched on.
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, webviewTag: true } });
      try {
        await window.loadURL('app://ward/index.html');
        const before = webContents.getAllWebContents().length;
        await window.webContents.executeJavaScript(
          `{ const view = document.createElement('webview'); view.src = 'data:text/html,x'; document.body.append(view); 0 }`,
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
        return webContents.getAllWebContents().length - before;
      } finally {
        window.destroy();
      }
    });
    expect(attached).toBe(0);
    expect(await page.evaluate(() => 'reload' in document.createElement('webview'))).toBe(false);
    triedTimes(context, 2);
  });

  test('save no file to this PC by themselves', async (context) => {
    const count = await page.evaluate(() => {
      const ways = ['data:text/plain,x', URL.createObjectURL(new Blob(['x'])), 'app://ward/index.html'];
      for (const way of ways) {
        const link = document.createElement('a');
        link.href = way;
        link.download = 'patients.txt';
        link.click();
      }
      return ways.length;
    });
    const finished = await running.app.evaluate(
      ({ session }) =>
        new Promise<number>((resolve) => {
          let done = 0;
          session.defaultSession.on('will-download', (_event, item) =>
            item.on('done', (_e, how) => how === 'completed' && (done += 1)),
          );
          setTimeout(() => resolve(done), 700);
        }),
    );
    expect(finished).toBe(0);
    triedTimes(context, count);
  });
});

describe('the policy of the page', () => {
  test('stops each kind of foreign content', async (context) => {
    const outcome = await page.evaluate(async () => {
      const stopped = new Set<string>();
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.add(effectiveDirective));
      const add = (tag: string, attributes: Record<string, string>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.head.append(element);
        setTimeout(() => element.remove(), 400);
      };
      add('img', { src: 'https://example.org/x.png' });
      add('link', { rel: 'stylesheet', href: 'https://example.org/x.css' });
      add('audio', { src: 'https://example.org/x.mp3' });
      add('iframe', { src: 'https://example.org/' });
      add('base', { href: 'https://example.org/' });
      add('link', { rel: 'manifest', href: 'https://example.org/m.json' });
      const style = document.createElement('style');
      style.textContent = 'body{outline:1px solid red}';
      document.head.append(style);
      void new FontFace('x', 'url(https://example.org/x.woff2)').load().catch(() => undefined);
      await fetch('https://example.org/').catch(() => undefined);
      navigator.sendBeacon('https://example.org/');
      const attempt = (work: () => void): void => {
        try {
          work();
        } catch {
          // Told by the violation.
        }
      };
      attempt(() => void new EventSource('https://example.org/'));
      attempt(() => void new Worker('data:text/javascript,1'));
      await new Promise((resolve) => setTimeout(resolve, 600));
      style.remove();
      return { stopped: [...stopped].toSorted(), base: document.baseURI };
    });
    expect(outcome.base).toMatch(/^app:\/\/ward\//);
    for (const directive of ['base-uri', 'connect-src', 'font-src', 'frame-src', 'img-src', 'media-src'])
      expect(outcome.stopped).toContain(directive);
    expect(outcome.stopped.some((name) => name.startsWith('style-src'))).toBe(true);
    triedTimes(context, 12);
  });

  test('takes text as markup or address of code nowhere', async (context) => {
    const outcome = await page.evaluate(() => {
      const sinks: Record<string, () => void> = {
        outerHTML: () => (document.body.appendChild(document.createElement('i')).outerHTML = '<b>x</b>'),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
        srcdoc: () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
        scriptText: () => (document.createElement('script').text = 'globalThis.ran = 1'),
        scriptSrc: () => (document.createElement('script').src = 'x.js'),
        parser: () => void new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        fragment: () => void document.createRange().createContextualFragment('<b>x</b>'),
        onclick: () => document.body.setAttribute('onclick', 'globalThis.ran = 1'),
        worker: () => void new Worker('worker.js'),
      };
      const taken = Object.entries(sinks).flatMap(([name, use]) => {
        try {
          use();
          return [name];
        } catch {
          return [];
        }
      });
      document.body.click();
      document.body.removeAttribute('onclick');
      return { taken: taken.filter((name) => name !== 'onclick'), ran: 'ran' in globalThis };
    });
    expect(outcome).toEqual({ taken: [], ran: false });
    triedTimes(context, 9);
  });
});
