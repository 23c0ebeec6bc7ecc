import type { ScreenProps } from '../../route/screens-context';
import { BoardPage } from './board-page';
import { PatientPage } from './page/patient-page';

/** The board, or one patient: `#/patients`, `#/patients/<id>`, `#/patients/<id>/<tab>`. */
export function PatientsScreen({ rest }: ScreenProps) {
  const [patient, tab] = rest;
  return patient === undefined ? <BoardPage /> : <PatientPage key={patient} id={patient} tab={tab} />;
}
