import { openInbox } from '../../electron/intake/inbox';
import { MllpListener } from '../../electron/mllp/listener';

// A receiver in a process of its own, so that a test can kill it as a power cut does.
const inbox = await openInbox(process.argv[2] ?? '');
const listener = new MllpListener({
  address: '127.0.0.1',
  port: 0,
  senders: ['127.0.0.1'],
  keep: (messages) =>
    inbox.put(
      messages.map((bytes) => ({ source: 'feed', at: 'now', files: [{ name: 'm', modifiedAt: 'now', bytes }] })),
    ),
  now: () => new Date(),
  changed: () => undefined,
  log: () => undefined,
});
await listener.start();
process.send?.(listener.port);
