import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBox, useBoxState } from '../../../box/box-context';
import { useNotices } from '../../../frame/notices/notices-context';
import { goTo } from '../../../route/route';
import { readScan } from './read-scan';
import { useScan } from './use-scan';
import { WrongPatientDialog } from './wrong-patient-dialog';

/** Takes scans on a screen. With a patient open, a scan of somebody else stops; without one, it opens what was scanned. */
export function ScanGuard({ open }: { readonly open?: BoardPatient }) {
  const { t } = useTranslation('patients');
  const box = useBox();
  const sheets = useBoxState((state) => state.world.serials.sheets);
  const { tell } = useNotices();
  const [other, setOther] = useState<BoardPatient>();
  const seePatient = (patient: BoardPatient): void => {
    if (!open) goTo('patients', [patient.id]);
    else if (patient.id === open.id || open.sameAs.includes(patient.id)) tell('info', t('scan.same'));
    else setOther(patient);
  };
  useScan((code) => {
    const scan = readScan(code, box.patients.named, sheets);
    const serial = scan.kind === 'sheet' ? scan.serial : code.trim().toUpperCase();
    const request = box.tracking.named(serial, box.clock.now());
    if (scan.kind === 'patient') seePatient(scan.patient);
    else if (scan.kind === 'ambiguous') tell('critical', t('scan.ambiguous', { count: scan.patients.length }));
    else if (request && (!open || request.patient === open.id)) goTo('requests', [serial]);
    else if (scan.kind === 'unknown') tell('warning', t('scan.unknown'));
    else {
      const patient =
        scan.patient === undefined ? undefined : box.patients.board().find((one) => one.id === scan.patient);
      if (patient && open && patient.id !== open.id) setOther(patient);
      else goTo('forms', scan.patient === undefined ? [scan.form] : ['new', scan.form, scan.patient]);
    }
  });
  if (!open || !other) return null;
  return (
    <WrongPatientDialog
      open={open}
      scanned={other}
      onStay={() => setOther(undefined)}
      onGo={() => {
        setOther(undefined);
        goTo('patients', [other.id]);
      }}
    />
  );
}
