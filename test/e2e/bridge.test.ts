import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, contract } from '../../electron/ipc/contract';
import { type RunningApp, startApp } from '../support/app-driver';
import { packagedApp } from '../support/packaged-app';
import type {} from '../../renderer/globals';

// What the page may ask of the shell, and what the shell prints for it.

let running: RunningApp;
let page: Page;

beforeAll(async () => {
  running = await startApp(packagedApp());
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
