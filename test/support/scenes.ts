import { declareMorningOutage, openTestBox, type TestBox, workThroughMorning } from './fake-box';

/** A screen in a state worth looking at: the pictures and the accessibility check walk this list. */
export interface Scene {
  readonly name: string;
  readonly hash: string;
  readonly prepare: () => Promise<TestBox>;
}

const down = async (
  more: Parameters<typeof openTestBox>[0] = {},
  kind: 'unplanned' | 'drill' = 'unplanned',
): Promise<TestBox> => {
  const made = await openTestBox({ snapshotAsOf: '2026-11-22T05:15:00.000+01:00', ...more });
  const outage = await declareMorningOutage(made, kind);
  if (kind === 'unplanned') await workThroughMorning(made, outage);
  return made;
};

/** Every screen of the frame helper, by the names of the design pictures where there is one. */
export const SCENES: readonly Scene[] = [
  {
    name: 'ready',
    hash: '#/start',
    prepare: () =>
      openTestBox({ snapshotAsOf: '2026-11-22T07:37:00.000+01:00', settings: { printer: 'Ward7B_Laser' } }),
  },
  {
    name: 'ready-signed-in',
    hash: '#/start',
    prepare: () => openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T07:37:00.000+01:00' }),
  },
  {
    name: 'declare',
    hash: '#/declare',
    prepare: () => openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T07:37:00.000+01:00' }),
  },
  { name: 'declare-drill', hash: '#/declare/drill', prepare: () => openTestBox() },
  { name: 'tasks', hash: '#/tasks', prepare: () => down({ signedIn: true }) },
  { name: 'tasks-drill', hash: '#/tasks', prepare: () => down({}, 'drill') },
  { name: 'tasks-reader', hash: '#/tasks', prepare: () => openTestBox() },
  { name: 'contacts', hash: '#/contacts', prepare: () => down() },
  { name: 'during', hash: '#/start', prepare: () => down({ signedIn: true }) },
  { name: 'sign-in', hash: '#/sign-in', prepare: () => down() },
  { name: 'signed-in', hash: '#/sign-in', prepare: () => down({ signedIn: true }) },
  { name: 'runbooks', hash: '#/runbooks', prepare: () => openTestBox() },
  { name: 'runbook-about', hash: '#/runbooks/blood-bank', prepare: () => down() },
  { name: 'runbook-block', hash: '#/runbooks/blood-bank/C', prepare: () => down() },
  { name: 'log', hash: '#/log', prepare: () => down({ signedIn: true }) },
  { name: 'manage-people', hash: '#/manage', prepare: () => openTestBox({ signedIn: true }) },
  { name: 'manage-downtime', hash: '#/manage/downtime', prepare: () => down() },
  { name: 'manage-workstation', hash: '#/manage/workstation', prepare: () => openTestBox() },
  { name: 'manage-diagnostics', hash: '#/manage/diagnostics', prepare: () => openTestBox() },
  { name: 'failed', hash: '#/start', prepare: () => openTestBox({ failOpen: 'database-unopenable' }) },
  { name: 'help', hash: '#/help', prepare: () => down({ signedIn: true }) },
  { name: 'set-up', hash: '#/start', prepare: () => openTestBox({ setUp: false }) },
];
