import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamePersonMatch } from '../../../../domain/patient/same-person';
import { useBox, useBoxState } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { DateTimeField } from '../../../components/date-time-field/date-time-field';
import { Dialog } from '../../../components/dialog/dialog';
import { usePatient } from '../use-board';
import { Duplicates } from './duplicates';
import { emptyPatient, factsOf, missingIn, type NewPatient } from './new-patient';
import { NumberGiven } from './number-given';
import { PatientFields } from './patient-fields';

/** Somebody who is not in the snapshot: gets a downtime number at once, a real identity later. */
export function AddPatientDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const box = useBox();
  const ward = useBoxState((state) => state.vault?.ward ?? '');
  const [typed, setTyped] = useState(() => emptyPatient(ward));
  const [arrivedAt, setArrivedAt] = useState<string | null>(() => box.clock.now());
  const [tried, setTried] = useState(false);
  const [given, setGiven] = useState<string>();
  const adding = useAction(box.patients.add);
  const patient = usePatient(given);
  const missing = tried ? missingIn(typed) : undefined;
  const { refused } = adding;
  const candidates =
    refused?.code === 'possible-duplicate'
      ? (refused as unknown as { candidates: readonly SamePersonMatch[] }).candidates
      : undefined;
  const change = (part: Partial<NewPatient>): void => {
    setTyped({ ...typed, ...part });
    adding.clear();
  };
  const add = async (notADuplicate: boolean): Promise<void> => {
    setTried(true);
    if (missingIn(typed) || arrivedAt === null || adding.busy) return;
    const written = await adding.run({ facts: factsOf(typed), arrivedAt, ...(notADuplicate ? { notADuplicate } : {}) });
    setGiven(written?.[0]?.subject);
  };
  if (patient) return <NumberGiven patient={patient} onClose={onClose} />;
  return (
    <Dialog
      title={t('add.title')}
      size={candidates ? 820 : 620}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={adding.busy} onClick={() => void add(candidates !== undefined)}>
            {candidates ? t('duplicate.another') : t('add.give')}
          </Button>
          <Button onClick={candidates ? adding.clear : onClose}>
            {candidates ? t('common:back') : t('common:cancel')}
          </Button>
        </>
      }
    >
      {candidates ? (
        <Duplicates typed={factsOf(typed)} candidates={candidates} onClose={onClose} />
      ) : (
        <>
          <PatientFields value={typed} onChange={change} missing={missing} />
          <DateTimeField
            label={t('add.arrived')}
            past
            now={() => box.clock.now()}
            value={arrivedAt}
            onChange={setArrivedAt}
            error={tried && arrivedAt === null ? t('add.arrivedMissing') : undefined}
          />
          {adding.error && (
            <Banner tone="critical" live="alert">
              {adding.error}
            </Banner>
          )}
        </>
      )}
    </Dialog>
  );
}
