import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { MOVES_FROM, type MoveKind } from '../../../../domain/patient/rules';
import { useBox, useBoxState } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { DateTimeField } from '../../../components/date-time-field/date-time-field';
import { Dialog } from '../../../components/dialog/dialog';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { TextField } from '../../../components/text-field/text-field';
import addStyles from '../add/add.module.css';
import { usePatient } from '../use-board';

/** A movement with its true time: what registration enters later is what happened, not when it was typed. */
export function MoveDialog({ patient, onClose }: { readonly patient: BoardPatient; readonly onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const box = useBox();
  const homeWard = useBoxState((state) => state.vault?.ward ?? '');
  const kinds = MOVES_FROM[patient.presence];
  const [kind, setKind] = useState<MoveKind | null>(kinds.length === 1 ? (kinds[0] ?? null) : null);
  const [ward, setWard] = useState(patient.ward ?? homeWard);
  const [bed, setBed] = useState(patient.bed ?? '');
  const [to, setTo] = useState('');
  const [occurredAt, setOccurredAt] = useState<string | null>(() => box.clock.now());
  const moving = useAction(box.patients.move);
  const swapping = useAction(box.patients.swap);
  const holder = usePatient(
    moving.refused?.code === 'bed-taken' ? (moving.refused as unknown as { by: string }).by : undefined,
  );
  const placed = kind === 'transferred' || kind === 'admitted' || kind === 'returned';
  const save = async (bedShared: boolean): Promise<void> => {
    if (kind === null || occurredAt === null || moving.busy) return;
    const place = placed ? { ward: ward.trim(), bed: bed.trim() } : {};
    const where = kind === 'off-unit' || kind === 'discharged' ? { to: to.trim() } : {};
    const written = await moving.run({
      patient: patient.id,
      kind,
      occurredAt,
      ...place,
      ...where,
      ...(bedShared ? { bedShared } : {}),
    });
    if (written) onClose();
  };
  const swap = async (other: string): Promise<void> => {
    if (occurredAt === null || swapping.busy) return;
    if (await swapping.run({ patient: patient.id, with: other, occurredAt })) onClose();
  };
  return (
    <Dialog
      title={t('move.title')}
      onClose={onClose}
      size={640}
      actions={
        <>
          <Button
            variant="filled"
            disabled={kind === null || occurredAt === null || moving.busy}
            onClick={() => void save(holder !== undefined)}
          >
            {holder ? t('move.share', { bed }) : kind ? t(`move.save.${kind}`) : t('common:save')}
          </Button>
          {holder?.bed && patient.bed && kind === 'transferred' && (
            <Button disabled={swapping.busy || occurredAt === null} onClick={() => void swap(holder.id)}>
              {t('move.swap', { bed: patient.bed, name: nameOf(holder) })}
            </Button>
          )}
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>
        <PatientName patient={patient} /> · {patient.bed || t('board.noBed')}
      </p>
      {kinds.length === 0 && <Banner tone="info">{t('move.none')}</Banner>}
      <ChoiceButtons
        label={t('move.what')}
        choices={kinds.map((one) => ({ value: one, label: t(`move.kind.${one}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          moving.clear();
        }}
      />
      {placed && (
        <div className={addStyles.pair}>
          <TextField label={t('add.ward')} value={ward} onChange={setWard} maxLength={60} />
          <TextField
            label={t('add.bed')}
            value={bed}
            onChange={(next) => {
              setBed(next);
              moving.clear();
            }}
            maxLength={30}
          />
        </div>
      )}
      {(kind === 'off-unit' || kind === 'discharged') && (
        <TextField
          label={t(kind === 'off-unit' ? 'move.to' : 'move.dischargedTo')}
          optional
          value={to}
          onChange={setTo}
          maxLength={80}
        />
      )}
      {kind !== null && (
        <DateTimeField
          label={t('move.when')}
          past
          now={() => box.clock.now()}
          value={occurredAt}
          onChange={setOccurredAt}
        />
      )}
      {swapping.error && (
        <Banner tone="critical" live="alert">
          {swapping.error}
        </Banner>
      )}
      {moving.error && (
        <Banner tone="critical" live="alert">
          {holder ? t('move.taken', { bed, name: nameOf(holder) }) : moving.error}
        </Banner>
      )}
    </Dialog>
  );
}

function nameOf({ family, alias }: BoardPatient): string {
  return (family || alias || '').toLocaleUpperCase('und');
}
