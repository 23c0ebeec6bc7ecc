import { closedOutage } from './closed-outage';
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

/** Two words to everybody, the phones slow, and the third word did not come. */
const told = async (): Promise<TestBox> => {
  const made = await down({ signedIn: true });
  const { box, world } = made;
  const outage = box.state.get().world.outages.events[0]?.id ?? '';
  const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
  world.clock.set(at('06:05'));
  await box.outage.update({
    outage,
    text: 'Storage of the EHR does not answer. The vendor is on the phone.',
    saidBy: 'IT duty officer',
    nextAt: at('06:35'),
  });
  world.clock.set(at('06:34'));
  await box.outage.changeSystem({
    outage,
    system: 'phones',
    state: 'degraded',
    since: at('06:30'),
    saidBy: 'Switchboard',
  });
  await box.outage.update({
    outage,
    text: 'Restore has begun. Laboratory results come by phone and runner.',
    saidBy: 'IT duty officer',
    expectedUntil: at('11:00'),
    nextAt: at('07:30'),
  });
  world.clock.set(at('07:41'));
  return made;
};

/** The printer is dead since 07:35: two tries in vain, then, where wanted, somebody is asked and has it. */
const printerDead = async (asked: 'nobody' | 'asked' | 'taken' | 'solved'): Promise<TestBox> => {
  const made = await down({ signedIn: true });
  const { box, world } = made;
  const outage = box.state.get().world.outages.events[0]?.id ?? '';
  const now = world.clock.now();
  world.clock.set('2026-11-22T07:36:00.000+01:00');
  const since = '2026-11-22T07:35:00.000+01:00';
  const problem = 'kp01-printer-dead';
  await box.problems.open({ outage, ward: '7B', problem, since, level: 1, limit: 'before-charts' });
  const [id = ''] = Object.keys(box.state.get().world.problems.problems);
  for (const fix of ['f1', 'f2']) await box.problems.tryFix({ id, fix, worked: false });
  if (asked !== 'nobody') await box.problems.escalate({ id, to: 'House supervisor' });
  if (asked === 'taken') await box.problems.take({ id });
  if (asked === 'solved') await box.problems.tryFix({ id, fix: 'f3', worked: true });
  world.clock.set(now);
  return made;
};

/** A second version of the MAR, handed in by a nurse, before the manager who reads it. */
const formInReview = async (): Promise<TestBox> => {
  const made = await openTestBox();
  const { box } = made;
  await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
  const nurse = await box.enrol({ name: 'N. Abel', role: 'nurse', pin: '418299' });
  const text = (await box.libraryUse.textOf('F04')) ?? '';
  const next = text.replace(/"version": "[^"]*"/, '"version": "2"').replace('Dose', 'Dose and unit');
  await box.libraryUse.import([{ name: 'f04-2.json', bytes: new TextEncoder().encode(next) }]);
  await box.signIn({ person: nurse.ok ? nurse.value.person : '', secret: '418299', kind: 'pin' });
  await box.formVersions.submit({ form: 'F04', version: '2' });
  await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
  return made;
};

/** Ids are counted, so that a hash of a scene can name the work on the printer. */
const PRINTER = '#/problems/kp01-printer-dead/id-2';

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
  { name: 'runbook-list-mine', hash: '#/runbooks', prepare: () => down() },
  {
    name: 'runbook-in-use',
    hash: '#/runbooks/level-of-care/B/id-2',
    prepare: async () => {
      const made = await down();
      const outage = made.box.state.get().world.outages.events[0]?.id ?? '';
      await made.box.runbooks.open({ outage, ward: '7B', runbook: 'level-of-care' });
      return made;
    },
  },
  { name: 'contact', hash: '#/contacts/biomed', prepare: () => down() },
  { name: 'problems', hash: '#/problems', prepare: () => openTestBox() },
  { name: 'problems-in-work', hash: '#/problems', prepare: () => printerDead('nobody') },
  { name: 'problem', hash: '#/problems/kp01-printer-dead', prepare: () => down() },
  { name: 'problem-read', hash: '#/problems/kp12-record-very-slow', prepare: () => openTestBox() },
  { name: 'problem-try', hash: PRINTER, prepare: () => printerDead('nobody') },
  { name: 'problem-asked', hash: PRINTER, prepare: () => printerDead('asked') },
  { name: 'problem-taken', hash: PRINTER, prepare: () => printerDead('taken') },
  { name: 'problem-solved', hash: PRINTER, prepare: () => printerDead('solved') },
  { name: 'log-problem', hash: '#/log', prepare: () => printerDead('taken') },
  { name: 'log', hash: '#/log', prepare: () => down({ signedIn: true }) },
  { name: 'situation', hash: '#/situation', prepare: told },
  { name: 'manage-people', hash: '#/manage', prepare: () => openTestBox({ signedIn: true }) },
  {
    name: 'manage-break-glass',
    hash: '#/manage/break-glass',
    prepare: async () => {
      const made = await openTestBox();
      const { box } = made;
      await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
      const codes = await box.breakGlass.make(4);
      await box.lock();
      const [code = ''] = codes.ok ? codes.value : [];
      await box.breakGlass.open({ code, name: 'K. Abara', role: 'nurse', reason: 'no PIN yet, patient deteriorating' });
      return made;
    },
  },
  { name: 'manage-forms', hash: '#/manage/forms', prepare: () => openTestBox({ signedIn: true }) },
  {
    name: 'manage-form-review',
    hash: '#/manage/forms/F04/2',
    prepare: () => formInReview(),
  },
  { name: 'manage-downtime', hash: '#/manage/downtime', prepare: () => down() },
  { name: 'manage-workstation', hash: '#/manage/workstation', prepare: () => openTestBox() },
  {
    name: 'manage-audit',
    hash: '#/manage/audit',
    async prepare() {
      const made = await openTestBox({ snapshotAsOf: '2026-11-22T05:20:00.000+01:00' });
      const { box } = made;
      await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
      await box.audit.listed(24, 'screen');
      await box.audit.searched('okafor', 1);
      await box.audit.viewed('patient-1', 'record');
      return made;
    },
  },
  { name: 'manage-retention', hash: '#/manage/retention', prepare: async () => (await closedOutage()).opened },
  { name: 'manage-diagnostics', hash: '#/manage/diagnostics', prepare: () => openTestBox() },
  { name: 'failed', hash: '#/start', prepare: () => openTestBox({ failOpen: 'database-unopenable' }) },
  { name: 'help', hash: '#/help', prepare: () => down({ signedIn: true }) },
  { name: 'set-up', hash: '#/start', prepare: () => openTestBox({ setUp: false }) },
];
