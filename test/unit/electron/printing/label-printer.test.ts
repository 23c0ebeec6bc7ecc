import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openLabelPrinter, readHostStatus } from '../../../../electron/printing/label-printer';

const STATUS = (flags: { paper?: 0 | 1; pause?: 0 | 1; full?: 0 | 1; head?: 0 | 1; ribbon?: 0 | 1 } = {}): string =>
  `\u0002030,${flags.paper ?? 0},${flags.pause ?? 0},0245,000,${flags.full ?? 0},0,0,000,0,0,0\u0003\r\n` +
  `\u0002001,0,${flags.head ?? 0},${flags.ribbon ?? 0},1,2,4,0,00000000,1,000\u0003\r\n\u00021234,0\u0003\r\n`;

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** A printer on loopback: answers `~HS` with these words and keeps everything else it is given. */
async function printer(status: string): Promise<{ readonly port: number; readonly got: () => Promise<string> }> {
  const labels: string[] = [];
  server = createServer({ allowHalfOpen: false }, (socket) => {
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
      if (text === '~HS\r\n') socket.write(status, 'latin1');
    });
    socket.on('end', () => {
      if (!text.startsWith('~HS')) labels.push(text);
    });
    socket.on('error', () => undefined);
  });
  const port = await new Promise<number>((resolve) =>
    server?.listen(0, '127.0.0.1', () => {
      const at = server?.address();
      resolve(typeof at === 'object' && at ? at.port : 0);
    }),
  );
  return { port, got: async () => labels.join('') };
}

const at = (port: number) => openLabelPrinter(async () => ({ host: '127.0.0.1', port, byPolicy: false }), 1_500);
const LABEL = '^XA^CI28^FO16,12^FH_^FDO_5EBRIEN, José^FS^XZ\n';

describe('a label printer', () => {
  test('gets the labels byte for byte when it is ready', async () => {
    const { port, got } = await printer(STATUS());
    expect(await at(port).send(LABEL)).toEqual({ sent: true, state: 'ready' });
    await expect.poll(got, { timeout: 10_000 }).toBe(LABEL);
  });

  test.each([
    ['paper-out', { paper: 1 }],
    ['paused', { pause: 1 }],
    ['head-open', { head: 1 }],
    ['ribbon-out', { ribbon: 1 }],
    ['buffer-full', { full: 1 }],
  ] as const)('gets nothing when it says %s', async (state, flags) => {
    const { port, got } = await printer(STATUS(flags));
    expect(await at(port).send(LABEL)).toEqual({ sent: false, state });
    expect(await got()).toBe('');
  });

  test('is no label printer when it answers with something else', async () => {
    const { port, got } = await printer('HTTP/1.1 400 Bad Request\r\n\r\n');
    expect(await at(port).send(LABEL)).toEqual({ sent: false, state: 'no-answer' });
    expect(await got()).toBe('');
  });

  test('is unreachable when nobody listens', async () => {
    const { port } = await printer(STATUS());
    await new Promise<void>((resolve) => server?.close(() => resolve()));
    server = undefined;
    expect(await at(port).send(LABEL)).toEqual({ sent: false, state: 'unreachable' });
  });

  test('is asked for nothing when no address is set', async () => {
    expect(await openLabelPrinter(async () => null).send(LABEL)).toEqual({ sent: false, state: 'no-address' });
  });

  test('says paper out before paused when it is both: paper is what a person can do something about', () => {
    expect(readHostStatus(STATUS({ paper: 1, pause: 1 }))).toBe('paper-out');
  });
});
