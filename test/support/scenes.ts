import { declareMorningOutage, openTestBox, type TestBox } from './fake-box';

/** A screen in a state worth looking at: the pictures and the accessibility check walk this list. */
export interface Scene {
  readonly name: string;
  readonly hash: string;
  readonly prepare: () => Promise<TestBox>;
}

const down = async (more: Parameters<typeof openTestBox>[0] = {}, kind: 'unplanned' | 'drill' = 'unplanned'): Promise<TestBox> => {
  const made = await openTestBox({ snapshotAsOf: '2026-11-22T05:15:00.000+01:00', ...more });
  await declareMorningOutage(made, kind);
  return made;
};

/** Every screen of the frame helper, by the names of the design pictures where there is one. */
export const SCENES: readonly Scene[] = [
  { name: 'help', hash: '#/help', prepare: () => down({ signedIn: true }) },
  { name: 'set-up', hash: '#/start', prepare: () => openTestBox({ setUp: false }) },
];
