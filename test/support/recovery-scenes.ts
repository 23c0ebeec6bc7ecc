import type { Scene } from './scenes';
import { liveThroughMorning, openClinicalWard } from './clinical-ward';
import { openTestBox, type TestBox } from './fake-box';
import { enterAll, openBackEntry, openWrittenWard } from './recovery-ward';

const morning = async (): Promise<TestBox> => {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  await made.box.saveSettings({ printer: 'Ward7B_Laser' });
  return made;
};

const halfEntered = async (): Promise<TestBox> => {
  const made = await openBackEntry();
  await enterAll(made, 'jk', (item) => item.owner === 'registration' || item.label.includes('paracetamol'));
  return made;
};

const allChecked = async (): Promise<TestBox> => {
  const made = await openBackEntry();
  await enterAll(made, 'jk');
  for (const { serial, item, state } of made.box.reconcile.view()?.items ?? [])
    if (state === 'entered') await made.box.reconcile.verify({ serial, item });
  return made;
};

/** Paper, back-entry and export. */
export const RECOVERY_SCENES: readonly Scene[] = [
  { name: 'print', hash: '#/print/patients', prepare: morning },
  { name: 'print-labels', hash: '#/print/labels', prepare: morning },
  { name: 'print-blank', hash: '#/print/blank', prepare: () => openTestBox() },
  { name: 'print-other', hash: '#/print/runbook/blood-bank', prepare: morning },
  { name: 'print-sign-in', hash: '#/print/patients', prepare: () => openTestBox() },
  { name: 'reconcile-none', hash: '#/reconcile', prepare: () => openTestBox({ signedIn: true }) },
  { name: 'reconcile-before', hash: '#/reconcile', prepare: openWrittenWard },
  { name: 'reconcile', hash: '#/reconcile/nursing', prepare: halfEntered },
  { name: 'reconcile-check', hash: '#/reconcile/registration', prepare: halfEntered },
  { name: 'reconcile-doses', hash: '#/reconcile/doses', prepare: halfEntered },
  { name: 'reconcile-complete', hash: '#/reconcile/complete', prepare: halfEntered },
  { name: 'export', hash: '#/export', prepare: halfEntered },
  { name: 'export-send', hash: '#/export/send', prepare: halfEntered },
  { name: 'export-history', hash: '#/export/history', prepare: halfEntered },
  { name: 'export-settings', hash: '#/export/settings', prepare: halfEntered },
  { name: 'export-none', hash: '#/export', prepare: () => openTestBox({ signedIn: true }) },
  { name: 'reconcile-paper', hash: '#/reconcile/paper', prepare: halfEntered },
  { name: 'reconcile-rule', hash: '#/reconcile/rule', prepare: halfEntered },
  { name: 'reconcile-close', hash: '#/reconcile/complete', prepare: allChecked },
];
