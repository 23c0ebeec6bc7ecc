/** Where messages are sent: the interface engine, as IT or the site set it. */
export interface ReceiverAddress {
  readonly host: string;
  readonly port: number;
  /** IT set it: it cannot be changed here. */
  readonly byPolicy: boolean;
}

/** What came of one message. `dropped` and `timeout`: it may have arrived all the same. */
export type Exchanged =
  | { readonly answer: string }
  | { readonly failed: 'not-set' | 'unreachable' | 'dropped' | 'timeout' | 'too-large' };

/** The line to another system (HL7 v2 over MLLP). The shell connects, and only to the address that is set. */
export interface Receiver {
  address(): Promise<ReceiverAddress | null>;
  /** Sends one message and waits for its acknowledgement. One at a time. */
  exchange(text: string): Promise<Exchanged>;
}
