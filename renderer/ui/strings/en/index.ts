import reconcile from './reconcile.json';
import exported from './export.json';
import census from './census.json';
import checklist from './checklist.json';
import common from './common.json';
import components from './components.json';
import contacts from './contacts.json';
import declare from './declare.json';
import failures from './failures.json';
import forms from './forms.json';
import frame from './frame.json';
import help from './help.json';
import library from './library.json';
import log from './log.json';
import manage from './manage.json';
import patients from './patients.json';
import print from './print.json';
import problems from './problems.json';
import ready from './ready.json';
import refusals from './refusals.json';
import runbook from './runbook.json';
import session from './session.json';
import setup from './setup.json';
import situation from './situation.json';
import time from './time.json';
import tracking from './tracking.json';

/** English, one file per feature. */
export const en = {
  reconcile,
  export: exported,
  census,
  checklist,
  common,
  components,
  contacts,
  declare,
  failures,
  forms,
  frame,
  help,
  library,
  log,
  manage,
  patients,
  print,
  problems,
  ready,
  refusals,
  runbook,
  session,
  setup,
  situation,
  time,
  tracking,
} as const;
