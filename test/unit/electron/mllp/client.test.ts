import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { Server } from 'node-hl7-server';
import { afterEach, describe, expect, test } from 'vitest';
import { openMllpClient } from '../../../../electron/mllp/client';
import { framed } from '../../../../electron/mllp/frames';
import { parseReceiver, receiverAddress } from '../../../../electron/mllp/receiver-address';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { readAnswer } from '../../../../renderer/exchange/export/hl7-answer';
import { parseHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { fieldValue, segmentOf } from '../../../../renderer/exchange/hl7v2/values';
import { outage, sha256, textOf } from '../../exchange/export/outage';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function clientTo(port: number, patience: { answerMs?: number; connectMs?: number } = {}) {
  const client = openMllpClient({
    address: () => Promise.resolve(port === 0 ? null : { host: '127.0.0.1', port, byPolicy: false }),
    log: () => undefined,
    patience,
  });
  closing.push(() => client.close());
  return client;
}

const message = (control: string): string => `MSH|^~\\&|A|B|C|D|20261122||ADT^A08|${control}|P|2.5.1\rPID|1||7\r`;
const ack = (control: string, code = 'AA'): Uint8Array =>
  framed(new TextEncoder().encode(`MSH|^~\\&|C|D|A|B|20261122||ACK^A08|1|P|2.5.1\rMSA|${code}|${control}\r`));

/** A receiver that does with each message what the test says. `got` are control ids in order of arrival. */
async function receiver(behave: (socket: Socket, control: string, count: number) => void) {
  const got: string[] = [];
  const sockets = new Set<Socket>();
  const server: TcpServer = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      for (let end = text.indexOf('\u001c'); end >= 0; end = text.indexOf('\u001c')) {
        const control = text.slice(0, end).split('|')[9] ?? '';
        text = text.slice(end + 1);
        got.push(control);
        behave(socket, control, got.length);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { got, port: (server.address() as AddressInfo).port };
}

describe('sending over MLLP', () => {
  test('every message of an export is read and acknowledged by a receiver nobody here wrote', async () => {
    const free = await receiver(() => undefined);
    const port = free.port + 1;
    const read: string[] = [];
    const inbound = new Server({ bindAddress: '127.0.0.1' }).createInbound({ port }, (request, response) => {
      read.push(request.getMessage().get('MSH.10').toString());
      void response.sendResponse('AA');
    });
    await new Promise<void>((resolve) => void inbound.on('listen', () => resolve()));
    closing.push(() => inbound.close());
    const { files } = await buildExport('hl7v2', outage(), sha256);
    const { messages } = parseHl7(textOf(files, 'outage.hl7'));
    const client = clientTo(port);
    for (const one of messages) {
      const text = `${one.segments.map(({ fields }) => fields.join('|')).join('\r')}\r`;
      const result = await client.exchange(text);
      const answer = 'answer' in result ? readAnswer(result.answer) : undefined;
      expect(answer).toMatchObject({ control: fieldValue(one, segmentOf(one, 'MSH'), 10), answer: 'accepted' });
    }
    // This receiver keeps what came before on a connection and reads it again with each message.
    const sent = messages.map((one) => fieldValue(one, segmentOf(one, 'MSH'), 10));
    expect([...new Set(read)]).toEqual(sent);
  });

  test('says that the line dropped, and connects anew for the next message', async () => {
    const { port, got } = await receiver((socket, control, count) =>
      count === 1 ? socket.destroy() : socket.write(ack(control)),
    );
    const client = clientTo(port);
    expect(await client.exchange(message('M1'))).toEqual({ failed: 'dropped' });
    expect(await client.exchange(message('M1'))).toHaveProperty('answer');
    expect(got).toEqual(['M1', 'M1']);
  });

  test.each(['AE', 'AR', 'CE', 'CR'])('hands %s on as a refusal', async (code) => {
    const { port } = await receiver((socket, control) => socket.write(ack(control, code)));
    const result = await clientTo(port).exchange(message('M1'));
    expect('answer' in result && readAnswer(result.answer)).toEqual({ control: 'M1', answer: 'rejected', code });
  });

  test('takes no late answer for the answer to the next message', async () => {
    let late: (() => void) | undefined;
    const { port } = await receiver((socket, control, count) => {
      if (count === 1) late = () => socket.write(ack(control));
      else socket.write(ack(control, 'AR'));
    });
    const client = clientTo(port, { answerMs: 100 });
    expect(await client.exchange(message('M1'))).toEqual({ failed: 'timeout' });
    late?.();
    const second = await client.exchange(message('M2'));
    expect('answer' in second && readAnswer(second.answer)).toMatchObject({ control: 'M2', answer: 'rejected' });
  });

  test('takes no second answer for the answer to the next message', async () => {
    const { port } = await receiver((socket, control) => {
      socket.write(ack(control));
      socket.write(ack(control));
    });
    const client = clientTo(port);
    for (const control of ['M1', 'M2', 'M3']) {
      const result = await client.exchange(message(control));
      expect('answer' in result && readAnswer(result.answer)?.control).toBe(control);
    }
  });

  test('puts an answer together that comes byte by byte', async () => {
    const { port } = await receiver((socket, control) => {
      void (async () => {
        for (const byte of ack(control)) {
          socket.write(Uint8Array.of(byte));
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
    });
    expect(await clientTo(port).exchange(message('M1'))).toHaveProperty('answer');
  });

  test('sends one at a time when several are asked for at once', async () => {
    let open = 0;
    let most = 0;
    const { port } = await receiver((socket, control) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        socket.write(ack(control));
      }, 5);
    });
    const client = clientTo(port);
    const results = await Promise.all(['M1', 'M2', 'M3'].map((control) => client.exchange(message(control))));
    expect([most, results.filter((one) => 'answer' in one).length]).toEqual([1, 3]);
  });

  test('says so when no receiver is set, and when nobody listens', async () => {
    expect(await clientTo(0).exchange(message('M1'))).toEqual({ failed: 'not-set' });
    const { port } = await receiver(() => undefined);
    await closing.pop()?.();
    expect(await clientTo(port).exchange(message('M1'))).toEqual({ failed: 'unreachable' });
  });
});

describe('where messages go', () => {
  test.each([
    ['engine.hospital.example:6661', { host: 'engine.hospital.example', port: 6661 }],
    ['10.1.2.3:2575', { host: '10.1.2.3', port: 2575 }],
    ['[::1]:2575', { host: '::1', port: 2575 }],
  ])('%s is an address', (text, address) => expect(parseReceiver(text)).toEqual(address));

  test.each(['', 'engine', 'engine:0', 'engine:70000', 'http://engine:80', 'engine:80/x', 'a b:80'])(
    '"%s" is none',
    (text) => expect(parseReceiver(text)).toBeUndefined(),
  );

  test('the policy goes before the settings, and settings that are none count as none', () => {
    const settings = JSON.stringify({ receiver: { host: 'mine', port: 1 } });
    expect(receiverAddress('theirs:2', settings)).toEqual({ host: 'theirs', port: 2, byPolicy: true });
    expect(receiverAddress(null, settings)).toEqual({ host: 'mine', port: 1, byPolicy: false });
    for (const broken of ['{', '{}', '{"receiver":5}', '{"receiver":{"host":"a/b","port":1}}'])
      expect(receiverAddress(null, broken)).toBeNull();
  });
});
