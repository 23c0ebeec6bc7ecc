import { formOf } from '../../../app/library';
import { useBoxState } from '../../box/box-context';
import type { ScreenProps } from '../../route/screens-context';
import { ChoosePatientPage } from './list/choose-patient-page';
import { FormsPage } from './list/forms-page';

/**
 * `#/forms` the list, `/F06` who is it for, `/new/F06/<patient>`, `/draft/<id>`, `/amend/<serial>` filling,
 * `/signed/<serial>` on the record.
 */
export function FormsScreen({ rest }: ScreenProps) {
  const library = useBoxState((state) => state.library);
  const [what = ''] = rest;
  const definition = formOf(library, what);
  return definition ? <ChoosePatientPage form={definition} /> : <FormsPage />;
}
