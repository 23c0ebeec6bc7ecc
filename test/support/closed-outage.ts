import { declareMorningOutage, openTestBox, type TestBox } from './fake-box';

/** The morning's outage, ended and its back-entry closed at 07:41, and somebody signed in (a manager). */
export async function closedOutage(
  person: 'm' | 'am' = 'm',
): Promise<{ readonly opened: TestBox; readonly outage: string }> {
  const opened = await openTestBox({ snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
  const { box, world } = opened;
  const secret = world.secrets.get(person) ?? '';
  await box.signIn({ person, secret, kind: person === 'm' ? 'passphrase' : 'pin' });
  const outage = await declareMorningOutage(opened);
  await box.outage.log({ outage, kind: 'note', text: 'bed 4 moved', occurredAt: world.clock.now() });
  await box.outage.end({ outage, until: world.clock.now() });
  world.ledger.append(world.clock.now(), [
    {
      book: outage,
      subject: outage,
      by: 'm',
      type: 'outage.closed',
      payload: { closedAt: world.clock.now(), openItems: 0 },
    },
  ]);
  // Read again, as after a sign-in.
  await box.signIn({ person, secret, kind: person === 'm' ? 'passphrase' : 'pin' });
  return { opened, outage };
}
