import { CensusScreen } from './features/census/census-screen';
import { ExportScreen } from './features/export/export-screen';
import { ReconcileScreen } from './features/reconcile/reconcile-screen';
import { TasksScreen } from './features/checklist/tasks-screen';
import { ContactsScreen } from './features/contacts/contacts-screen';
import { DeclareScreen } from './features/declare/declare-screen';
import { FormsScreen } from './features/forms/forms-screen';
import { HelpScreen } from './features/help/help-screen';
import { LogScreen } from './features/log/log-screen';
import { ManageScreen } from './features/manage/manage-screen';
import { PatientsScreen } from './features/patients/patients-screen';
import { ProblemsScreen } from './features/problems/problems-screen';
import { PrintScreen } from './features/print/print-screen';
import { RunbooksScreen } from './features/runbook/runbooks-screen';
import { SituationScreen } from './features/situation/situation-screen';
import { TrackingScreen } from './features/tracking/tracking-screen';
import { StartScreen } from './features/ready/start-screen';
import { SignInScreen } from './features/session/sign-in-screen';
import type { Screen, Screens } from './route/screens-context';

/** THE list of places; rail, keys and the help page read it. To add a screen, add a line. */
const LIST: readonly Screen[] = [
  { name: 'start', component: StartScreen, rail: { icon: 'home' }, opensFor: 'nobody' },
  { name: 'tasks', component: TasksScreen, rail: { icon: 'tasks' }, opensFor: 'nobody', beforeSetUp: true },
  { name: 'patients', component: PatientsScreen, rail: { icon: 'bed' }, shortcut: 'F2', opensFor: 'person' },
  { name: 'requests', component: TrackingScreen, opensFor: 'person' },
  { name: 'forms', component: FormsScreen, rail: { icon: 'form' }, shortcut: 'F3', opensFor: 'person' },
  { name: 'print', component: PrintScreen, rail: { icon: 'printer' }, shortcut: 'F4', opensFor: 'nobody' },
  { name: 'runbooks', component: RunbooksScreen, rail: { icon: 'book' }, opensFor: 'nobody', beforeSetUp: true },
  { name: 'problems', component: ProblemsScreen, opensFor: 'nobody', beforeSetUp: true },
  { name: 'log', component: LogScreen, rail: { icon: 'log' }, opensFor: 'nobody' },
  { name: 'situation', component: SituationScreen, opensFor: 'nobody' },
  { name: 'contacts', component: ContactsScreen, rail: { icon: 'phone' }, opensFor: 'nobody', beforeSetUp: true },
  { name: 'reconcile', component: ReconcileScreen, rail: { icon: 'exchange' }, opensFor: 'person' },
  { name: 'census', component: CensusScreen, opensFor: 'person' },
  { name: 'export', component: ExportScreen, rail: { icon: 'download' }, opensFor: 'person' },
  { name: 'manage', component: ManageScreen, rail: { icon: 'settings', atEnd: true }, opensFor: 'nobody' },
  { name: 'declare', component: DeclareScreen, opensFor: 'nobody' },
  { name: 'sign-in', component: SignInScreen, opensFor: 'nobody' },
  { name: 'help', component: HelpScreen, shortcut: 'F1', opensFor: 'nobody', beforeSetUp: true },
];

/** The screens of this version. */
export const SCREENS: Screens = { list: LIST, of: (name) => LIST.find((screen) => screen.name === name) };
