import { connect, type Socket } from 'node:net';
import { FrameDecoder, framed } from './frames';
import type { ReceiverAddress } from './receiver-address';

/** What came of one message. `dropped` and `timeout`: it may have arrived all the same. */
export type Exchanged =
  | { readonly answer: string }
  | { readonly failed: 'not-set' | 'unreachable' | 'dropped' | 'timeout' | 'too-large' };

/** The line to the interface engine. */
export interface MllpClient {
  address(): Promise<ReceiverAddress | null>;
  exchange(text: string): Promise<Exchanged>;
  close(): void;
}

const mostAnswerBytes = 1024 * 1024;

/** How long things may take. */
export interface MllpPatience {
  readonly connectMs: number;
  /** HL7 asks for 30 s and more: an engine may wait for the EHR itself. */
  readonly answerMs: number;
  readonly idleMs: number;
}

const PATIENCE: MllpPatience = { connectMs: 10_000, answerMs: 60_000, idleMs: 30_000 };

/**
 * Sends messages over one connection, one at a time, and matches each with its acknowledgement by MSA-2: an answer that
 * comes late or twice is never taken for the answer to the next message.
 */
export function openMllpClient(options: {
  readonly address: () => Promise<ReceiverAddress | null>;
  readonly log: (code: string) => void;
  readonly patience?: Partial<MllpPatience>;
}): MllpClient {
  const patience = { ...PATIENCE, ...options.patience };
  let socket: Socket | undefined;
  let openTo = '';
  let turn: Promise<unknown> = Promise.resolve();

  const close = (): void => {
    socket?.destroy();
    socket = undefined;
  };

  const line = async (): Promise<Socket | 'not-set' | 'unreachable'> => {
    const address = await options.address();
    if (address === null) return 'not-set';
    const to = `${address.host} ${address.port}`;
    if (socket !== undefined && !socket.destroyed && openTo === to) return socket;
    close();
    const opened = await openSocket(address, patience.connectMs);
    if (opened === undefined) {
      options.log('receiver.unreachable');
      return 'unreachable';
    }
    opened.setTimeout(patience.idleMs + patience.answerMs, () => opened.destroy());
    // Whatever happens between two messages shows with the next one.
    opened.on('error', () => opened.destroy());
    socket = opened;
    openTo = to;
    return opened;
  };

  const once = async (text: string): Promise<Exchanged> => {
    const to = await line();
    if (to === 'not-set' || to === 'unreachable') return { failed: to };
    const result = await sendAndWait(to, text, patience.answerMs);
    // After a failure the line may still hold an old answer: the next message gets a fresh one.
    if ('failed' in result) {
      options.log(`receiver.${result.failed}`);
      close();
    }
    return result;
  };

  return {
    address: options.address,
    exchange(text) {
      const mine = turn.then(() => once(text));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close,
  };
}

function openSocket({ host, port }: ReceiverAddress, waitMs: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const fail = (): void => {
      socket.destroy();
      resolve(undefined);
    };
    const timer = setTimeout(fail, waitMs);
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
    socket.once('close', () => clearTimeout(timer));
  });
}

function sendAndWait(socket: Socket, text: string, waitMs: number): Promise<Exchanged> {
  const control = text.slice(0, text.indexOf('\r')).split('|')[9] ?? '';
  return new Promise((resolve) => {
    const decoder = new FrameDecoder(mostAnswerBytes);
    const finish = (result: Exchanged): void => {
      clearTimeout(timer);
      socket.off('data', read);
      socket.off('close', dropped);
      resolve(result);
    };
    const dropped = (): void => finish({ failed: 'dropped' });
    const read = (chunk: Buffer): void => {
      for (const event of decoder.push(chunk)) {
        if (event.kind === 'too-large') return finish({ failed: 'too-large' });
        if (event.kind !== 'message') continue;
        const answer = Buffer.from(event.bytes).toString('utf8');
        if (answers(answer, control)) return finish({ answer });
      }
    };
    const timer = setTimeout(() => finish({ failed: 'timeout' }), waitMs);
    socket.on('data', read);
    socket.once('close', dropped);
    if (socket.destroyed) return dropped();
    socket.write(framed(Buffer.from(text, 'utf8')));
  });
}

/** MSA-2 names the message that is answered. */
function answers(answer: string, control: string): boolean {
  const separator = answer.charAt(3);
  const msa = answer.split(/\r\n?|\n/).find((segment) => segment.startsWith(`MSA${separator}`));
  return msa !== undefined && msa.split(separator)[2] === control;
}
