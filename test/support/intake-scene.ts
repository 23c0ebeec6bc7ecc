import { AS_OF } from './clinical-ward';
import { openTestBox, type TestBox } from './fake-box';

/** A PC with a folder that brings lists, a feed that cannot listen, and a list that was refused. */
export async function withIntake(): Promise<TestBox> {
  const made = await openTestBox({ signedIn: true, snapshotAsOf: AS_OF });
  const { intake } = made.world.ports;
  await intake.keepReports([
    {
      at: '2026-11-22T05:20:00.000+01:00',
      source: 'folder',
      files: ['ward-7b.csv'],
      patients: null,
      refused: [{ code: 'far-fewer-patients', message: '', where: { file: '' } }],
      warnings: [],
    },
    {
      at: '2026-11-22T05:05:00.000+01:00',
      source: 'folder',
      files: ['ward-7b.csv'],
      patients: 24,
      refused: [],
      warnings: [],
    },
  ]);
  Object.assign(intake, {
    state: async () => ({
      keyed: true,
      waiting: 2,
      lastAt: '2026-11-22T04:20:00.000Z',
      folder: { path: 'S:\\downtime', lastAt: '2026-11-22T04:20:00.000Z', unreachableSince: null, problem: null },
      feed: {
        address: '10.1.2.3',
        port: 2575,
        listening: false,
        connections: 0,
        taken: 0,
        refused: 0,
        problem: 'EADDRINUSE',
      },
    }),
  });
  await made.box.intake.drain();
  return made;
}
