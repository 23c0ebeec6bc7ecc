import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackingStep } from '../../../domain/tracking/entries';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { CheckList } from '../../components/check-list/check-list';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { DateTimeField } from '../../components/date-time-field/date-time-field';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';

/** A step that can be noted. */
export type DialogStep = TrackingStep;

/** A step with its true time, some of the tests, and for a call who gave it and that it was read back. */
export function StepDialog({
  request,
  first,
  onClose,
  onNoted,
}: {
  readonly request: TrackedRequest;
  readonly first: DialogStep | undefined;
  readonly onClose: () => void;
  readonly onNoted: (entry: string | undefined, step: DialogStep) => void;
}) {
  const { t } = useTranslation(['tracking', 'common']);
  const box = useBox();
  const open = request.tests.filter((test) => test.stage !== 'cancelled');
  const [step, setStep] = useState<DialogStep | null>(first ?? request.next ?? null);
  const [occurredAt, setOccurredAt] = useState<string | null>(() => box.clock.now());
  const [chosen, setChosen] = useState<readonly string[]>(() => open.map((test) => test.code));
  const [givenBy, setGivenBy] = useState('');
  const [readBack, setReadBack] = useState<'yes' | 'no' | null>(null);
  const [reason, setReason] = useState('');
  const noting = useAction(box.tracking.note);
  const calling = useAction(box.tracking.call);
  const cancelling = useAction(box.tracking.cancel);
  const error = noting.error ?? calling.error ?? cancelling.error;
  const busy = noting.busy || calling.busy || cancelling.busy;
  const all = chosen.length === request.tests.length;
  const save = async (): Promise<void> => {
    if (step === null || occurredAt === null || busy) return;
    const input = { serial: request.serial, occurredAt, ...(all ? {} : { tests: chosen }) };
    const written =
      step === 'called'
        ? await calling.run({ ...input, givenBy, readBack: readBack === 'yes' })
        : step === 'cancelled'
          ? await cancelling.run({ ...input, reason })
          : await noting.run({ ...input, step });
    if (!written) return;
    onNoted(written[0]?.id, step);
    onClose();
  };
  return (
    <Dialog
      title={t('dialog.title', { serial: request.serial })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            disabled={step === null || occurredAt === null || chosen.length === 0 || busy}
            onClick={() => void save()}
          >
            {step ? t(`step.${step}`) : t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {first === undefined && (
        <ChoiceButtons
          label={t('dialog.what')}
          choices={request.kind.steps
            .filter((one) => one !== 'cancelled')
            .map((one) => ({ value: one, label: t(`stage.${one}`) }))}
          value={step}
          onChange={setStep}
        />
      )}
      {step === 'called' && (
        <>
          <TextField label={t('dialog.givenBy')} takesFocus value={givenBy} onChange={setGivenBy} maxLength={80} />
          <ChoiceButtons
            label={t('dialog.readBack')}
            choices={[
              { value: 'yes', label: t('common:yes') },
              { value: 'no', label: t('common:no') },
            ]}
            value={readBack}
            onChange={setReadBack}
          />
        </>
      )}
      {step === 'cancelled' && (
        <TextField label={t('dialog.reason')} takesFocus value={reason} onChange={setReason} maxLength={200} />
      )}
      {open.length > 1 && (
        <CheckList
          label={t('dialog.which')}
          items={open.map((test) => ({ value: test.code, label: test.label }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <DateTimeField
        label={t('dialog.when')}
        past
        now={() => box.clock.now()}
        value={occurredAt}
        onChange={setOccurredAt}
      />
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
    </Dialog>
  );
}
