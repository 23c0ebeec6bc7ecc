import { BrowserWindow, session } from 'electron';
import { printHost, printPolicy, wardHost } from '../content-security';
import { refuse, respond, type WardFiles } from '../protocol';

/** In memory only: a partition without `persist:` leaves nothing on disk. */
const partition = 'print';
const loadLimitMs = 120_000;
const idleLimitMs = 60_000;
/** What a document may take from the app's own files. */
const assets = /^(font\/|image\/|text\/css)/;

/** The hidden window documents are laid out in. It has no preload, runs no script of a document, and is reused. */
export class PrintWindow {
  readonly #documents = new Map<string, string>();
  #window: BrowserWindow | undefined;
  #count = 0;
  #idle: NodeJS.Timeout | undefined;
  #served = false;

  constructor(private readonly files: WardFiles) {}

  /** Lays out one document, lets `work` use the window, and forgets the document. */
  async show<T>(html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
    clearTimeout(this.#idle);
    const window = (this.#window ??= this.#open());
    const key = String(++this.#count);
    this.#documents.set(key, html);
    try {
      await withLimit(window.loadURL(`app://${printHost}/${key}`), loadLimitMs);
      this.#documents.delete(key);
      await withLimit(settled(window), loadLimitMs);
      return await work(window);
    } catch (error) {
      // Whatever state it is in, the next job gets a fresh one.
      this.close();
      throw error;
    } finally {
      this.#documents.delete(key);
    }
  }

  /** Empties the window after a job and, if no other follows, ends it. */
  async rest(): Promise<void> {
    await this.#window?.loadURL('about:blank').catch(() => undefined);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), idleLimitMs);
    this.#idle.unref();
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#window?.destroy();
    this.#window = undefined;
  }

  #open(): BrowserWindow {
    this.#serve();
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: false,
        // Frames must run in a window nobody sees.
        backgroundThrottling: false,
      },
    });
    window.webContents.on('render-process-gone', () => this.close());
    return window;
  }

  #serve(): void {
    if (this.#served) return;
    this.#served = true;
    session.fromPartition(partition).protocol.handle('app', async (request) => {
      const url = new URL(request.url);
      const html = url.host === printHost ? this.#documents.get(url.pathname.slice(1)) : undefined;
      if (html !== undefined) {
        return respond(html, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': printPolicy,
          'cache-control': 'no-store',
        });
      }
      return url.host === wardHost && request.method === 'GET' ? this.#asset(url) : refuse(403);
    });
  }

  /** The document is of another host, so its fonts come with leave to be used there. */
  async #asset(url: URL): Promise<Response> {
    const answer = await this.files(url);
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !assets.test(type)) return refuse(answer.ok ? 403 : 404);
    return new Response(answer.body, { headers: { 'content-type': type, 'access-control-allow-origin': '*' } });
  }
}

/**
 * Every face the document names is there and the page is laid out with it: before that, widths are those of another
 * font. No frame is waited for: Chromium draws none in a window nobody sees. A face that does not load is no reason to
 * print nothing; what then does not fit is found.
 */
async function settled(window: BrowserWindow): Promise<void> {
  await window.webContents.executeJavaScript(`
    Promise.allSettled([...document.fonts].map((face) => face.load()))
      .then(() => document.body.offsetHeight)
      .then(() => document.fonts.ready)
      .then(() => true)
  `);
}

/** Gives up waiting; the work itself goes on. */
export async function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('time limit')), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
