import type { BatchCommand } from '../command';
import { auditExport } from './audit';
import { backup, restore } from './backup';
import { censusImport, censusList } from './census';
import { exportOutage, exportSend, exportSettings } from './export';
import { formAmend, formSave } from './form';
import { libraryExport, libraryImport, libraryList } from './library';
import {
  libraryApprove,
  libraryDiff,
  libraryPack,
  libraryRetire,
  libraryReturn,
  librarySubmit,
} from './library-versions';
import { declare, end, outageStatus } from './outage';
import { outageReport, outageSystem, outageUpdate, printBulletin } from './outage-word';
import { patientAdd, patientLink } from './patient';
import { printForm, printPack } from './print';
import { printLabels } from './print-labels';
import { recover } from './recover';
import { reconcileList, reconcileMark, reconcileVerify } from './reconcile';
import {
  reconcileAudit,
  reconcileClose,
  reconcilePaper,
  reconcilePolicy,
  reconcileScan,
  reconcileSignOff,
  reconcileStatus,
} from './reconcile-close';
import { retentionApply, retentionKeep, retentionList } from './retention';
import { verify } from './verify';
import { init, status } from './workstation';

/** THE list of batch commands; `--help` reads it. */
export const batchCommands: readonly BatchCommand[] = [
  init,
  status,
  libraryList,
  libraryImport,
  libraryExport,
  libraryDiff,
  librarySubmit,
  libraryApprove,
  libraryReturn,
  libraryRetire,
  libraryPack,
  censusImport,
  censusList,
  declare,
  end,
  outageStatus,
  outageUpdate,
  outageSystem,
  outageReport,
  patientAdd,
  patientLink,
  formSave,
  formAmend,
  printForm,
  printPack,
  printLabels,
  printBulletin,
  reconcileList,
  reconcileMark,
  reconcileVerify,
  reconcileStatus,
  reconcilePolicy,
  reconcileScan,
  reconcileAudit,
  reconcilePaper,
  reconcileSignOff,
  reconcileClose,
  exportOutage,
  exportSettings,
  exportSend,
  auditExport,
  retentionList,
  retentionApply,
  retentionKeep,
  verify,
  backup,
  restore,
  recover,
];
