import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import type { AllergyStatus, PatientFacts } from '../../../../domain/patient/patient';
import { useBox } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { Dialog } from '../../../components/dialog/dialog';
import { NumberField } from '../../../components/number-field/number-field';
import { readNumber } from '../../../components/number-field/read-number';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { TextField } from '../../../components/text-field/text-field';
import addStyles from '../add/add.module.css';

type Status = Exclude<AllergyStatus, 'not-in-snapshot'>;

/** What was learnt at the bedside, on top of the snapshot: allergies, weight, code status, isolation. */
export function UpdateDialog({ patient, onClose }: { readonly patient: BoardPatient; readonly onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const box = useBox();
  const [status, setStatus] = useState<Status | null>(
    patient.allergyStatus === 'not-in-snapshot' ? null : patient.allergyStatus,
  );
  const [substances, setSubstances] = useState(patient.allergies.map((one) => one.substance).join('; '));
  const [weight, setWeight] = useState(patient.weightKg === undefined ? '' : String(patient.weightKg));
  const [code, setCode] = useState(patient.codeStatus ?? '');
  const [isolation, setIsolation] = useState(patient.isolation ?? '');
  const updating = useAction(box.patients.update);
  const save = async (): Promise<void> => {
    if (updating.busy) return;
    const facts = changedFacts(patient, { status, substances, weight, code, isolation });
    if (await updating.run({ patient: patient.id, facts })) onClose();
  };
  return (
    <Dialog
      title={t('update.title')}
      size={640}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={updating.busy} onClick={() => void save()}>
            {t('update.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>
        <PatientName patient={patient} />
      </p>
      <ChoiceButtons
        label={t('add.allergies')}
        choices={[
          { value: 'listed', label: t('add.listed') },
          { value: 'none-known', label: t('add.noneKnown') },
          { value: 'unable-to-obtain', label: t('add.unable') },
        ]}
        value={status}
        onChange={setStatus}
      />
      {status === 'listed' && (
        <TextField label={t('add.which')} hint={t('add.whichHint')} value={substances} onChange={setSubstances} />
      )}
      <div className={addStyles.pair}>
        <NumberField label={t('fact.weightKg')} unit="kg" text={weight} onChange={setWeight} />
        <TextField label={t('fact.codeStatus')} value={code} onChange={setCode} maxLength={100} />
        <TextField label={t('fact.isolation')} value={isolation} onChange={setIsolation} maxLength={100} />
      </div>
      {updating.error && (
        <Banner tone="critical" live="alert">
          {updating.error}
        </Banner>
      )}
    </Dialog>
  );
}

interface Typed {
  readonly status: Status | null;
  readonly substances: string;
  readonly weight: string;
  readonly code: string;
  readonly isolation: string;
}

function changedFacts(patient: BoardPatient, typed: Typed): Partial<PatientFacts> {
  const names =
    typed.status === 'listed'
      ? typed.substances
          .split(/[;,\n]+/)
          .map((one) => one.trim())
          .filter(Boolean)
      : [];
  // A substance that stays keeps its reaction; only the word was typed here.
  const allergies = names.map(
    (substance) => patient.allergies.find((one) => one.substance === substance) ?? { substance },
  );
  const weightKg = readNumber(typed.weight);
  return {
    ...(typed.status === null ? {} : { allergyStatus: typed.status, allergies }),
    ...(weightKg === null ? {} : { weightKg }),
    ...(typed.code.trim() === (patient.codeStatus ?? '') ? {} : { codeStatus: typed.code.trim() }),
    ...(typed.isolation.trim() === (patient.isolation ?? '') ? {} : { isolation: typed.isolation.trim() }),
  };
}
