import { connect } from 'node:net';

/** Where a label printer listens for raw ZPL. */
export interface LabelAddress {
  readonly host: string;
  readonly port: number;
  readonly byPolicy: boolean;
}

/** What stands in the way of a label, as the printer says (`~HS`), or that it says nothing. */
export type LabelPrinterState =
  | 'ready'
  | 'no-address'
  | 'unreachable'
  | 'no-answer'
  | 'paper-out'
  | 'paused'
  | 'head-open'
  | 'ribbon-out'
  | 'buffer-full';

/** Talks to one label printer over TCP. */
export interface LabelPrinter {
  address(): Promise<LabelAddress | null>;
  state(): Promise<LabelPrinterState>;
  /** Asks first: a printer without paper would swallow the labels. `sent` means its memory has them. */
  send(zpl: string): Promise<{ readonly sent: boolean; readonly state: LabelPrinterState }>;
}

/** A printer in the next room answers in milliseconds; one that is off never does. */
const waitMs = 3_000;
const longestAnswer = 4_096;

/** Opens it. The address comes from the policy or the settings: a page cannot name another. */
export function openLabelPrinter(address: () => Promise<LabelAddress | null>, limitMs = waitMs): LabelPrinter {
  const state = async (): Promise<LabelPrinterState> => {
    const to = await address();
    if (!to) return 'no-address';
    const answer = await exchange(to, '~HS\r\n', limitMs, (text) => (text.match(/\u0003/g)?.length ?? 0) >= 3);
    return answer === undefined ? 'unreachable' : readHostStatus(answer);
  };
  return {
    address,
    state,
    async send(zpl) {
      const now = await state();
      const to = await address();
      if (now !== 'ready' || !to) return { sent: false, state: now };
      const given = await exchange(to, zpl, limitMs, undefined);
      return given === undefined ? { sent: false, state: 'unreachable' } : { sent: true, state: 'ready' };
    },
  };
}

/** The three lines of `~HS` (ZPL II guide, Host Status Return): flags by their place. */
export function readHostStatus(answer: string): LabelPrinterState {
  const [first = [], second = []] = [...answer.matchAll(/\u0002([^\u0003]*)\u0003/g)].map(([, line = '']) =>
    line.split(',').map((field) => field.trim()),
  );
  if (first.length < 12 || second.length < 11) return 'no-answer';
  const on = (field: string | undefined): boolean => field === '1';
  if (on(first[1])) return 'paper-out';
  if (on(second[2])) return 'head-open';
  if (on(second[3])) return 'ribbon-out';
  if (on(first[5])) return 'buffer-full';
  return on(first[2]) ? 'paused' : 'ready';
}

/** Sends and, when `isWhole` is given, waits for the answer; undefined when nobody is there or the line broke. */
function exchange(
  { host, port }: LabelAddress,
  text: string,
  limitMs: number,
  isWhole: ((answer: string) => boolean) | undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    let open = false;
    const socket = connect({ host, port });
    const end = (value: string | undefined): void => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(limitMs, () => end(open && isWhole ? answer : undefined));
    socket.once('error', () => end(undefined));
    socket.once('connect', () => {
      open = true;
      // Without an answer to wait for, the end of our side says that every byte was taken.
      if (isWhole) socket.write(text, 'utf8');
      else socket.end(text, 'utf8', () => socket.once('close', () => end('')));
    });
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (isWhole && (isWhole(answer) || answer.length > longestAnswer)) end(answer);
    });
    socket.once('close', () => end(open ? answer : undefined));
  });
}
