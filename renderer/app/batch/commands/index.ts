import type { BatchCommand } from '../command';
import { backup, restore } from './backup';
import { censusImport, censusList } from './census';
import { exportOutage } from './export';
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
import { patientAdd, patientLink } from './patient';
import { printForm, printPack } from './print';
import { printLabels } from './print-labels';
import { recover } from './recover';
import { reconcileList, reconcileMark, reconcileVerify } from './reconcile';
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
  patientAdd,
  patientLink,
  formSave,
  formAmend,
  printForm,
  printPack,
  printLabels,
  reconcileList,
  reconcileMark,
  reconcileVerify,
  exportOutage,
  verify,
  backup,
  restore,
  recover,
];
