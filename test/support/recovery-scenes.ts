import type { Scene } from './scenes';
import { liveThroughMorning, openClinicalWard } from './clinical-ward';
import { openTestBox, type TestBox } from './fake-box';

const morning = async (): Promise<TestBox> => {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  await made.box.saveSettings({ printer: 'Ward7B_Laser' });
  return made;
};

/** Paper, back-entry and export. */
export const RECOVERY_SCENES: readonly Scene[] = [
  { name: 'print', hash: '#/print/patients', prepare: morning },
  { name: 'print-blank', hash: '#/print/blank', prepare: () => openTestBox() },
  { name: 'print-other', hash: '#/print/runbook/blood-bank', prepare: morning },
  { name: 'print-sign-in', hash: '#/print/patients', prepare: () => openTestBox() },
];
