import { parseObject } from '../journal/sealed-line';

/** Where messages are sent. */
export interface ReceiverAddress {
  readonly host: string;
  readonly port: number;
  readonly byPolicy: boolean;
}

/** `host:port` as IT writes it in the policy; undefined when it is none. */
export function parseReceiver(text: string): { readonly host: string; readonly port: number } | undefined {
  const match = /^([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9a-fA-F:]{2,45}\]):(\d{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  if (match === null || port < 1 || port > 65_535) return undefined;
  return { host: (match[1] ?? '').replace(/^\[|\]$/g, ''), port };
}

/** The policy's address, else the one in the settings. The page can name none while it sends. */
export function receiverAddress(
  policy: string | null,
  settingsJson: string,
  member: 'receiver' | 'labelPrinter' = 'receiver',
): ReceiverAddress | null {
  const fixed = policy === null ? undefined : parseReceiver(policy);
  if (fixed !== undefined) return { ...fixed, byPolicy: true };
  const receiver = parseObject(settingsJson)?.[member];
  if (typeof receiver !== 'object' || receiver === null) return null;
  const { host, port } = receiver as Readonly<Record<string, unknown>>;
  if (typeof host !== 'string' || typeof port !== 'number') return null;
  const set = parseReceiver(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
  return set === undefined ? null : { ...set, byPolicy: false };
}
