import { type Result, ok, refuse } from '../domain/basics/result';
import type { Answer } from '../domain/delivery/entries';
import { carries } from '../domain/delivery/entered-items';
import { countDeliveries, type DeliveryCounts, stepOf } from '../domain/delivery/plan';
import { deliveriesOf, type Delivery } from '../domain/delivery/projection';
import type { NewEntry } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import { markItem } from '../domain/reconciliation/commands';
import type { Reconciliation } from '../domain/reconciliation/queue';
import type { ExportSettings } from '../domain/workstation/export-settings';
import type { Hl7Outbound } from '../exchange/export/hl7-messages';
import type { Exporter } from './codec-ports';
import type { Core } from './core';
import { exportPrinter, gatherExport } from './gather-export';
import type { ReceiverAddress } from './receiver-port';
import type { Refused } from './refusal';
import { isHost, isPort, type Settings } from './settings';

/** How far a sending has come. */
export interface SendingView extends DeliveryCounts {
  /** Messages the receiver refused, with its codes; never its words. */
  readonly refusals: readonly {
    readonly control: string;
    readonly kind: string;
    readonly code: string;
    readonly reason?: string;
  }[];
}

/** What a run came to. `stopped`: the line, not the receiver, ended it; sending again goes on where it stopped. */
export interface SendingOutcome extends SendingView {
  readonly sent: number;
  readonly marked: number;
  readonly stopped?: 'not-set' | 'unreachable' | 'dropped' | 'timeout' | 'too-large';
}

/** Sends the outage to the interface engine. Needs a sign-in and the all-clear. */
export interface SendingUse {
  receiver(): Promise<ReceiverAddress | null>;
  /** `host:port`, kept for later; empty: none. Refused when it is no address, or when IT has set one. */
  setReceiver(text: string): Promise<Result<null, Refused>>;
  /** How the messages of this outage stand; sends nothing. */
  look(settings?: ExportSettings): Promise<Result<SendingView, Refused>>;
  /** Sends what is not accepted yet, what was refused before too; children wait for their parents. */
  send(
    settings?: ExportSettings,
    onProgress?: (done: number, of: number) => void,
  ): Promise<Result<SendingOutcome, Refused>>;
}

/** A line that broke is tried again with the same message: the receiver knows its MSH-10. */
const TRIES = 3;

/** Makes the use-cases of sending. */
export function createSendingUse(
  core: Core,
  exporter: Exporter,
  board: () => readonly BoardPatient[],
  reconciliation: () => Reconciliation | undefined,
): SendingUse {
  const { ports, state } = core;

  const prepare = async (settings: ExportSettings | undefined): Promise<Result<Prepared, Refused>> => {
    const { world, signedIn } = state.get();
    if (!signedIn) return refuse({ code: 'not-signed-in' });
    const outage = currentOutage(world.outages);
    if (!outage) return refuse({ code: 'no-outage', message: 'there is no outage to send' });
    if (outage.stage === 'running') return refuse({ code: 'still-down', message: 'the outage has not ended' });
    const scope = { outage, ...(settings ? { settings } : {}) };
    const input = gatherExport(core, exporter, scope, board(), reconciliation());
    if (!input.ok) return input;
    const { messages } = await exporter.messages(input.value, exportPrinter(core));
    return ok({ outage: outage.id, messages, test: input.value.settings?.test === true });
  };

  const note = (outage: string, message: Hl7Outbound, answer: Answer, said: { code?: string; reason?: string }) =>
    core.run((_world, { by, now }) => {
      const { control, kind, patient } = message;
      const payload = { control, kind, answer, sentAt: now, ...said };
      return ok([{ book: outage, subject: patient, by, type: 'message.sent', payload }]);
    });

  /** One message until the receiver has said something to it; `undefined`: it did. */
  const deliver = async (outage: string, message: Hl7Outbound): Promise<SendingOutcome['stopped']> => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await ports.receiver.exchange(message.text);
      const answer = 'answer' in result ? exporter.readAnswer(result.answer) : undefined;
      if (answer !== undefined && answer.control === message.control) {
        const { code, reason } = answer;
        await note(outage, message, answer.answer, { code, ...(reason === undefined ? {} : { reason }) });
        return undefined;
      }
      const failed = 'failed' in result ? result.failed : 'timeout';
      if (failed === 'not-set' || failed === 'unreachable') return failed;
      await note(outage, message, 'none', { code: failed });
      if (attempt >= TRIES) return failed;
    }
  };

  /** Marks what accepted messages carry, parents before children. Whatever may not be marked stays for a person. */
  const markEntered = async (messages: readonly Hl7Outbound[]): Promise<number> => {
    let marked = 0;
    for (;;) {
      const done = await core.run((world, context) => {
        const view = reconciliation();
        if (view === undefined) return ok([]);
        const accepted = acceptedOf(messages, deliveriesOf(world.entries));
        const entries = view.items.flatMap((item): readonly NewEntry[] => {
          const mine = item.mark ? undefined : accepted.get(item.serial);
          const message = mine?.find(({ about }) => carries(about, item));
          if (message === undefined) return [];
          const { serial, item: id } = item;
          const decided = markItem(view, { serial, item: id, as: 'entered', ref: message.control }, context);
          return decided.ok ? decided.value : [];
        });
        return ok(entries);
      });
      const count = done.ok ? done.value.length : 0;
      marked += count;
      if (count === 0) return marked;
    }
  };

  return {
    receiver: () => ports.receiver.address(),
    async setReceiver(text) {
      if (!state.get().signedIn) return refuse({ code: 'not-signed-in' });
      if ((await ports.receiver.address())?.byPolicy) return refuse({ code: 'receiver-by-policy' });
      const receiver = parseReceiverText(text);
      if (receiver === undefined)
        return refuse({ code: 'not-an-address', where: '--to', message: 'write it as HOST:PORT, such as engine:6661' });
      await ports.settings.write({ receiver });
      core.patch({ settings: { ...state.get().settings, receiver } });
      return ok(null);
    },
    async look(settings) {
      const prepared = await prepare(settings);
      return prepared.ok ? ok(viewOf(prepared.value.messages, deliveriesOf(state.get().world.entries))) : prepared;
    },
    async send(settings, onProgress) {
      const prepared = await prepare(settings);
      if (!prepared.ok) return prepared;
      const { outage, messages, test } = prepared.value;
      let sent = 0;
      let stopped: SendingOutcome['stopped'];
      const deliveries = new Map(deliveriesOf(state.get().world.entries));
      let read = state.get().world.entries.length;
      for (const [at, message] of messages.entries()) {
        onProgress?.(at, messages.length);
        if (stepOf(message, deliveries).do !== 'send') continue;
        stopped = await deliver(outage, message);
        if (stopped !== undefined) break;
        sent += 1;
        const { entries } = state.get().world;
        for (const [control, last] of deliveriesOf(entries.slice(read))) deliveries.set(control, last);
        read = entries.length;
      }
      // Test messages are filed by nobody.
      const marked = test ? 0 : await markEntered(messages);
      const view = viewOf(messages, deliveriesOf(state.get().world.entries));
      return ok({ ...view, sent, marked, ...(stopped === undefined ? {} : { stopped }) });
    },
  };
}

interface Prepared {
  readonly outage: string;
  readonly messages: readonly Hl7Outbound[];
  readonly test: boolean;
}

/** Accepted messages by the form or patient they are about. */
function acceptedOf(
  messages: readonly Hl7Outbound[],
  deliveries: ReadonlyMap<string, Delivery>,
): ReadonlyMap<string, readonly Hl7Outbound[]> {
  const bySerial = new Map<string, Hl7Outbound[]>();
  for (const message of messages) {
    if (deliveries.get(message.control)?.answer !== 'accepted') continue;
    const [serial = ''] = message.about.split('/');
    const own = bySerial.get(serial) ?? [];
    own.push(message);
    bySerial.set(serial, own);
  }
  return bySerial;
}

function viewOf(messages: readonly Hl7Outbound[], deliveries: ReadonlyMap<string, Delivery>): SendingView {
  const refusals = messages.flatMap(({ control, kind }) => {
    const delivery = deliveries.get(control);
    if (delivery?.answer !== 'rejected') return [];
    const { code = '', reason } = delivery;
    return [{ control, kind, code, ...(reason === undefined ? {} : { reason }) }];
  });
  return { ...countDeliveries(messages, deliveries), refusals };
}

function parseReceiverText(text: string): Settings['receiver'] | undefined {
  if (text.trim() === '') return null;
  const match = /^(.+):(\d{1,5})$/.exec(text.trim());
  const [host, port] = [(match?.[1] ?? '').replace(/^\[|\]$/g, ''), Number(match?.[2])];
  return match !== null && isHost(host) && isPort(port) ? { host, port } : undefined;
}
