import { certificatePaper } from './certificate-paper';
import { controlPaper } from './control-paper';
import { scanCover } from './cover-paper';
import { dosesPaper } from './doses-paper';

/** Every paper of the time after, as the app asks for them. */
export const backEntryPapers = {
  doses: dosesPaper,
  control: controlPaper,
  cover: scanCover,
  certificate: certificatePaper,
};

/** Their type. */
export type BackEntryPapers = typeof backEntryPapers;
