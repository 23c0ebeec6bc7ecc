import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import type { ShellEvents } from '../ipc/contract';
import { sendEvent } from '../ipc/handle';
import { describeError, type Log } from '../log';
import { isWardUrl } from '../security';
import { openWardWindow, placeOf, type WardWindowOptions } from './ward-window';

/** Fresh pages after a crash in a row; more would only flicker. */
const restartLimit = 3;
const restartWindowMs = 60_000;
const goneLimitMs = 3_000;

/** The one window, which may be destroyed and opened anew under the person's hands. */
export class WardScreen {
  #window: BrowserWindow | undefined;
  #replacing = false;
  #crashes: number[] = [];

  constructor(
    private readonly options: WardWindowOptions,
    private readonly log: Log,
    /** The window was closed by the person, or cannot be kept alive. */
    private readonly onEnd: (why: 'closed' | 'crashed') => void,
  ) {}

  open(): void {
    this.#use(openWardWindow(this.options));
  }

  focus(): void {
    const window = this.#window;
    if (!window || this.options.hidden) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Whether a message comes from the main frame of this window's own page. */
  isOurs(event: IpcMainInvokeEvent): boolean {
    const window = this.#window;
    if (!window || window.isDestroyed() || event.sender !== window.webContents) return false;
    const frame = event.senderFrame;
    return frame !== null && frame === window.webContents.mainFrame && isWardUrl(frame.url);
  }

  send<E extends keyof ShellEvents>(event: E, detail: ShellEvents[E]): void {
    if (this.#window && !this.#window.isDestroyed()) sendEvent(this.#window.webContents, event, detail);
  }

  /** The window, as parent of dialogs. */
  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  /**
   * Ends the page's process, so that keys and names leave memory with it, does `between`, and opens a fresh page in the
   * same place.
   */
  async replace(between: () => Promise<void> = async () => undefined): Promise<void> {
    const old = this.#window;
    if (!old || this.#replacing) return;
    this.#replacing = true;
    try {
      const place = placeOf(old);
      const contents = old.webContents;
      const gone = new Promise<void>((resolve) => {
        contents.once('render-process-gone', () => resolve());
        setTimeout(resolve, goneLimitMs);
      });
      if (contents.getOSProcessId() !== 0) {
        contents.forcefullyCrashRenderer();
        await gone;
      }
      old.destroy();
      // Whatever fails in between, a ward without a window is worse.
      await between().catch((error: unknown) => this.log('error', 'window.between-failed', describeError(error)));
      this.#use(openWardWindow(this.options, place));
    } finally {
      this.#replacing = false;
    }
  }

  #use(window: BrowserWindow): void {
    this.#window = window;
    window.on('closed', () => {
      if (!this.#replacing) this.onEnd('closed');
    });
    window.on('unresponsive', () => this.log('warn', 'window.unresponsive'));
    window.webContents.on('did-fail-load', (_event, code) => this.log('error', 'window.load-failed', { exit: code }));
    window.webContents.on('did-navigate', (_event, url, status) => {
      // A damaged installation: the page itself is missing.
      if (status >= 400) this.onEnd('crashed');
      // about:blank is the one address nobody is asked about before; the ward would look at an empty window.
      else if (!isWardUrl(url)) this.#startAnew('page-lost');
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      if (!this.#replacing) this.#startAnew(details.reason, details.exitCode);
    });
  }

  #startAnew(why: string, exit = 0): void {
    this.log('error', 'window.crashed', { why, exit });
    this.#crashes = [...this.#crashes.filter((at) => performance.now() - at < restartWindowMs), performance.now()];
    // A batch command must not run twice.
    if (this.options.hidden || this.#crashes.length > restartLimit) this.onEnd('crashed');
    else void this.replace();
  }
}
