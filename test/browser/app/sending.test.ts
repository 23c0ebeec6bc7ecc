import { describe, expect, test } from 'vitest';
import type { Exchanged } from '../../../renderer/app/receiver-port';
import { deliveriesOf } from '../../../renderer/domain/delivery/projection';
import type { TestBox } from '../../support/fake-box';
import { openBackEntry } from '../../support/recovery-ward';

/** An interface engine in memory. `says` decides per message; it files what it accepts, once per MSH-10. */
function engine(
  made: TestBox,
  says: (control: string, kind: string, count: number) => string | Exchanged = () => 'AA',
) {
  const filed: { control: string; kind: string }[] = [];
  const tried: string[] = [];
  made.world.receiver = {
    address: { host: 'engine', port: 2575 },
    exchange: async (text) => {
      const [, , , , , , , , type = '', control = ''] = text.slice(0, text.indexOf('\r')).split('|');
      const kind = type.split('^').slice(0, 2).join('^');
      tried.push(control);
      const said = says(control, kind, tried.length);
      const known = filed.some((one) => one.control === control);
      // A line that drops may have delivered the message all the same.
      if ((said === 'AA' || typeof said === 'object') && !known) filed.push({ control, kind });
      if (typeof said === 'object') return said;
      return { answer: `MSH|^~\\&|E|H|D|S|20261122||ACK|1|P|2.5.1\rMSA|${said}|${control}\r` };
    },
  };
  return { filed, tried };
}

const sent = ({ world }: TestBox) => world.ledger.entries.filter((entry) => entry.type === 'message.sent');
const open = ({ box }: TestBox) => (box.reconcile.view()?.items ?? []).filter((item) => !item.mark);

async function send(made: TestBox) {
  const outcome = await made.box.sending.send({ documents: false });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

describe('sending an outage', () => {
  test('every message is accepted once, and what it carries is marked as entered', async () => {
    const made = await openBackEntry();
    const { filed, tried } = engine(made);
    const before = open(made).length;
    const outcome = await send(made);
    expect(outcome).toMatchObject({ sent: filed.length, accepted: filed.length, rejected: 0, held: 0, waiting: 0 });
    expect(new Set(tried).size).toBe(tried.length);
    expect(outcome.marked).toBeGreaterThan(5);
    expect(open(made).length).toBe(before - outcome.marked);
    expect(sent(made).map(({ payload }) => payload.answer)).toEqual(filed.map(() => 'accepted'));
    // The order of the ward's own paper, then what was given on it.
    const kinds = filed.map(({ kind }) => kind);
    expect(kinds.indexOf('ORM^O01')).toBeLessThan(kinds.lastIndexOf('RAS^O17'));
    expect(await send(made)).toMatchObject({ sent: 0, marked: 0 });
  });

  test('children wait when the parent is refused, and go when it is accepted', async () => {
    const made = await openBackEntry();
    let isOrdered = false;
    const { filed } = engine(made, (_control, kind) => (kind === 'ORM^O01' && !isOrdered ? 'AE' : 'AA'));
    const first = await send(made);
    expect(first.rejected).toBeGreaterThan(0);
    expect(first.held).toBeGreaterThan(0);
    expect(first.refusals[0]).toMatchObject({ code: 'AE' });
    isOrdered = true;
    const second = await send(made);
    expect(second).toMatchObject({ rejected: 0, held: 0, waiting: 0 });
    expect(new Set(filed.map(({ control }) => control)).size).toBe(filed.length);
  });

  test('nothing is lost and nothing filed twice when the line drops and the run stops in the middle', async () => {
    const made = await openBackEntry();
    let drops = true;
    const { filed, tried } = engine(made, (_control, _kind, count) =>
      drops && count >= 4 ? { failed: 'dropped' } : 'AA',
    );
    const first = await send(made);
    expect(first).toMatchObject({ stopped: 'dropped', sent: 3 });
    // Tried three times under one MSH-10, then left alone.
    expect(new Set(tried.slice(3)).size).toBe(1);
    drops = false;
    const second = await send(made);
    expect(second).toMatchObject({ held: 0, rejected: 0, waiting: 0 });
    expect(new Set(filed.map(({ control }) => control)).size).toBe(filed.length);
    expect(filed).toHaveLength(second.accepted);
  });

  test('stops at once and says so when nobody listens', async () => {
    const made = await openBackEntry();
    const { tried } = engine(made, () => ({ failed: 'unreachable' }));
    expect(await send(made)).toMatchObject({ stopped: 'unreachable', sent: 0, marked: 0, accepted: 0 });
    expect(tried).toHaveLength(1);
    expect(sent(made)).toEqual([]);
  });

  test('a test run marks nothing and leaves everything to be sent', async () => {
    const made = await openBackEntry();
    engine(made);
    const trial = await made.box.sending.send({ documents: false, test: true });
    expect(trial.ok && trial.value.marked).toBe(0);
    const real = await send(made);
    expect(real.sent).toBeGreaterThan(5);
    expect(deliveriesOf(made.world.ledger.entries).size).toBe(real.sent * 2);
  });
});
