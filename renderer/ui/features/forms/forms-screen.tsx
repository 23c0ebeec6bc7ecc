import { formOf } from '../../../app/library';
import { aboutWhom } from '../../../domain/form/about-whom';
import { useBoxState } from '../../box/box-context';
import type { ScreenProps } from '../../route/screens-context';
import { FillerScreen } from './fill/filler-screen';
import { ChoosePatientPage } from './list/choose-patient-page';
import { FormsPage } from './list/forms-page';
import { SignedScreen } from './signed/signed-screen';

/**
 * `#/forms` the list, `/F06` who is it for, `/F21` filling where it is about the ward, `/new/F06/<patient>`, `/draft/<id>`, `/amend/<serial>` filling,
 * `/signed/<serial>` on the record.
 */
export function FormsScreen({ rest }: ScreenProps) {
  const library = useBoxState((state) => state.library);
  const [what = '', id = '', patient = ''] = rest;
  if (what === 'new') return <FillerScreen key={rest.join('/')} input={{ form: id, patient }} />;
  if (what === 'draft') return <FillerScreen key={id} input={{ draft: id }} />;
  if (what === 'amend') return <FillerScreen key={id} input={{ amends: id }} />;
  if (what === 'signed') return <SignedScreen serial={id} />;
  const definition = formOf(library, what);
  if (definition && aboutWhom(definition) === 'ward') return <FillerScreen key={what} input={{ form: what }} />;
  return definition ? <ChoosePatientPage form={definition} /> : <FormsPage />;
}
