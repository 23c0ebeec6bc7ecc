import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import type { SamePersonReason } from '../../../../domain/patient/same-person';
import { useBox } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/text-field/text-field';
import { IdentityCard } from '../add/identity-card';
import addStyles from '../add/add.module.css';
import { useBoard } from '../use-board';

/** The real MRN of somebody who got a downtime number. Whoever has that MRN in the snapshot is shown beside, before it is written. */
export function LinkDialog({ patient, onClose }: { readonly patient: BoardPatient; readonly onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const box = useBox();
  const [mrn, setMrn] = useState('');
  const linking = useAction(box.patients.link);
  const known = useBoard().find((one) => one.id !== patient.id && one.mrn === mrn.trim() && mrn.trim() !== '');
  const differs = linking.refused?.code === 'identity-differs';
  const reasons = differs ? (linking.refused as unknown as { reasons: readonly SamePersonReason[] }).reasons : [];
  const save = async (): Promise<void> => {
    if (linking.busy) return;
    const written = await linking.run({
      downtimeNumber: patient.downtimeNumber ?? '',
      mrn,
      ...(differs ? { differencesSeen: true } : {}),
    });
    if (written) onClose();
  };
  return (
    <Dialog
      title={t('link.title')}
      onClose={onClose}
      size={known ? 760 : 560}
      actions={
        <>
          <Button variant="filled" disabled={mrn.trim() === '' || linking.busy} onClick={() => void save()}>
            {differs ? t('link.saveAll') : t('link.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('link.text', { number: patient.downtimeNumber ?? '' })}</p>
      <TextField
        label={t('add.mrn')}
        value={mrn}
        takesFocus
        maxLength={40}
        onChange={(next) => {
          setMrn(next);
          linking.clear();
        }}
        onEnter={() => void save()}
      />
      {known && (
        <div className={addStyles.side}>
          <IdentityCard title={t('link.here')} facts={patient} against={known} />
          <IdentityCard title={t('link.snapshot')} facts={known} against={patient} reasons={reasons} />
        </div>
      )}
      {linking.error && (
        <Banner tone={differs ? 'warning' : 'critical'} live="alert">
          {linking.error}
        </Banner>
      )}
    </Dialog>
  );
}
