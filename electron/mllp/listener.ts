import { createServer, isIP, type Server, type Socket } from 'node:net';
import { acknowledgement, readHead, refusalOf } from './acknowledge';
import { framed, FrameDecoder, type FrameEvent } from './frames';

/** How the listener stands; no address of a sender, no content. */
export interface ListenerState {
  readonly listening: boolean;
  readonly connections: number;
  /** Kept and acknowledged since the start. */
  readonly taken: number;
  readonly refused: number;
  /** errno when it could not be opened, e.g. EADDRINUSE. */
  readonly problem: string | null;
}

/** What a listener needs. */
export interface ListenerOptions {
  /** A local address, never "all of them" by default. */
  readonly address: string;
  readonly port: number;
  /** Addresses that may send; others are cut off before a byte is read. */
  readonly senders: readonly string[];
  /** Resolves when all are on disk; only then are they acknowledged. */
  readonly keep: (messages: readonly Uint8Array[]) => Promise<void>;
  readonly now: () => Date;
  readonly changed: () => void;
  readonly log: (code: string, detail?: { readonly count?: number }) => void;
  readonly maxBytes?: number;
}

/** A message is text about one patient; a document inside it may be large, a film is not. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_CONNECTIONS = 32;
const IDLE_MS = 10 * 60_000;

/** Takes ADT messages over MLLP. Off unless the policy names an address, a port and at least one sender. */
export class MllpListener {
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  #state: ListenerState = { listening: false, connections: 0, taken: 0, refused: 0, problem: null };

  constructor(private readonly options: ListenerOptions) {}

  get state(): ListenerState {
    return { ...this.#state, connections: this.#sockets.size };
  }

  /** The port in fact, for a policy that said 0 (tests). */
  get port(): number | undefined {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null ? address.port : undefined;
  }

  start(): Promise<void> {
    const { address, port, changed, log } = this.options;
    return new Promise((resolve) => {
      const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
      server.maxConnections = MAX_CONNECTIONS;
      server.once('error', (error: NodeJS.ErrnoException) => {
        this.#set({ listening: false, problem: error.code ?? 'unknown' });
        log('mllp.not-listening');
        resolve();
      });
      server.listen({ host: address, port, exclusive: true }, () => {
        this.#server = server;
        this.#set({ listening: true, problem: null });
        log('mllp.listening');
        resolve();
      });
      changed();
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      if (this.#server) this.#server.close(() => resolve());
      else resolve();
    });
    this.#set({ listening: false });
  }

  #accept(socket: Socket): void {
    if (!this.options.senders.some((one) => plainAddress(one) === plainAddress(socket.remoteAddress ?? ''))) {
      this.options.log('mllp.sender-not-allowed');
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.setNoDelay(true);
    const decoder = new FrameDecoder(this.options.maxBytes ?? MAX_BYTES);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (decoder.isOpen) this.options.log('mllp.cut-off');
      this.options.changed();
    });
    // A sender that vanishes was not answered and sends again.
    socket.on('error', () => socket.destroy());
    void this.#serve(socket, decoder);
    this.options.changed();
  }

  /** One packet at a time: while the disk writes, the socket is not read, and TCP slows the sender down. */
  async #serve(socket: Socket, decoder: FrameDecoder): Promise<void> {
    try {
      for await (const chunk of socket as AsyncIterable<Buffer>) {
        const events = decoder.push(chunk);
        if (events.length > 0) await this.#work(socket, events);
      }
      socket.end();
    } catch {
      socket.destroy();
    }
  }

  async #work(socket: Socket, events: readonly FrameEvent[]): Promise<void> {
    const heads = events.map((event) => (event.kind === 'message' ? readHead(event.bytes) : undefined));
    const wanted = events.flatMap((event, at) =>
      event.kind === 'message' && refusalOf(heads[at]) === undefined ? [event.bytes] : [],
    );
    const failure = wanted.length === 0 ? undefined : await this.#keep(wanted);
    const answers: Buffer[] = [];
    events.forEach((event, at) => {
      if (event.kind === 'noise' || event.kind === 'cut-off') return this.options.log(`mllp.${event.kind}`);
      const head = heads[at];
      const refusal = event.kind === 'too-large' ? 'The message is too large' : refusalOf(head);
      const [code, reason] =
        refusal !== undefined
          ? (['AR', refusal] as const)
          : failure !== undefined
            ? (['AE', failure] as const)
            : (['AA', ''] as const);
      this.#set(code === 'AA' ? { taken: this.#state.taken + 1 } : { refused: this.#state.refused + 1 });
      answers.push(Buffer.from(framed(acknowledgement(head, code, reason, this.options.now()))));
    });
    if (answers.length === 0 || socket.destroyed) return;
    // A sender that does not read its answers is not read either.
    if (!socket.write(Buffer.concat(answers)))
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', () => resolve());
      });
    this.options.changed();
  }

  async #keep(messages: readonly Uint8Array[]): Promise<string | undefined> {
    try {
      await this.options.keep(messages);
      return undefined;
    } catch {
      this.options.log('mllp.not-kept', { count: messages.length });
      return 'The message could not be kept, send it again';
    }
  }

  #set(part: Partial<ListenerState>): void {
    this.#state = { ...this.#state, ...part };
  }
}

/** `::ffff:10.0.0.1` is how a dual socket writes 10.0.0.1. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(.+)$/i.exec(address)?.[1];
  return mapped !== undefined && isIP(mapped) === 4 ? mapped : address.toLowerCase();
}
