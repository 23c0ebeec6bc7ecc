import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSession } from '../../../../app/form-session';
import { useBox, useBoxState, useNow } from '../../../box/box-context';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { useLookedAt } from '../../../box/use-look';
import { PatientBanner } from '../../../components/patient-banner/patient-banner';
import { WardBanner } from '../../../components/patient-banner/ward-banner';
import { usePatient } from '../../patients/use-board';
import { ScanGuard } from '../../patients/scan/scan-guard';
import { FillerBody } from './filler-body';
import { FillerProvider, useLive } from './filler-context';
import { pastLookup } from './past-values';

/** A form for one patient, who is fixed on top and guarded by every scan; or for the ward, where a scan is an answer. */
export function FillerPage({ session }: { readonly session: FormSession }) {
  const { t } = useTranslation('forms');
  const box = useBox();
  const now = useNow('minute');
  const { patient: id, ward } = useLive(session.live);
  const patient = usePatient(id);
  useLookedAt(patient?.id, 'record');
  const forms = useBoxState((state) => state.world.forms);
  const past = useMemo(() => pastLookup(patient, [...forms.bySerial.values()]), [patient, forms]);
  const clock = useCallback(() => box.clock.now(), [box]);
  if (!patient && ward === null) {
    return (
      <EmptyState icon="user" title={t('fill.noPatient')}>
        {t('fill.noPatientText')}
      </EmptyState>
    );
  }
  return (
    <FillerProvider session={session} now={clock} past={past}>
      {patient && <ScanGuard open={patient} />}
      {patient ? <PatientBanner patient={patient} now={now} /> : <WardBanner ward={ward ?? ''} />}
      <FillerBody patient={patient} />
    </FillerProvider>
  );
}
