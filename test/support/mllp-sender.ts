import { connect, type Socket } from 'node:net';
import { framed, FrameDecoder } from '../../electron/mllp/frames';

/** What an answer said of which message. */
export interface Answer {
  readonly code: string;
  readonly controlId: string;
}

/** A plain sender that writes bytes as a test wants them and collects answers. */
export interface PlainSender {
  readonly answers: readonly Answer[];
  readonly closed: Promise<void>;
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Connects to loopback. */
export function connectSender(port: number): PlainSender {
  const socket: Socket = connect({ port, host: '127.0.0.1' });
  const decoder = new FrameDecoder(1e6);
  const answers: Answer[] = [];
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    for (const event of decoder.push(chunk)) {
      if (event.kind !== 'message') continue;
      const msa = /\rMSA\|(\w\w)\|([^|\r]*)/.exec(Buffer.from(event.bytes).toString('latin1'));
      answers.push({ code: msa?.[1] ?? '?', controlId: msa?.[2] ?? '?' });
    }
  });
  return {
    answers,
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
    write: (bytes) => void socket.write(bytes),
    close: () => void socket.destroy(),
  };
}

/** An ADT^A01 of patient `n`, framed. */
export function admission(n: number, type = 'ADT^A01'): Uint8Array {
  return framed(
    Buffer.from(
      `MSH|^~\\&|EHR|H|BOX|7B|20261122050000||${type}|M${n}|P|2.5.1\rEVN|A01\rPID|1||${n}^^^H^MR||GARCÍA^ANA||19510302|F\rPV1|1|I|7B^^${n}\r`,
    ),
  );
}
