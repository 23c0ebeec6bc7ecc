import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInput } from '../../../../app/form-session';
import type { SignatureMeaning } from '../../../../domain/form/entries';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBoxState } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { DateTimeField } from '../../../components/date-time-field/date-time-field';
import { Dialog } from '../../../components/dialog/dialog';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { SecretField } from '../../../components/secret-field/secret-field';
import { TextField } from '../../../components/text-field/text-field';
import { goTo } from '../../../route/route';
import { useTimeWords } from '../../../strings/time-words';
import { useFiller, useLive } from './filler-context';
import { occurredIn } from './occurred-in';
import styles from './fill.module.css';

const MEANINGS: readonly SignatureMeaning[] = ['authored', 'verified', 'co-signed', 'read-back'];

/** The signature: who, what it means, when it really happened, and the PIN again. */
export function SignDialog({
  patient,
  onClose,
}: {
  readonly patient: BoardPatient | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['forms', 'common']);
  const words = useTimeWords();
  const { session, now } = useFiller();
  const { definition, response, amends, ward } = useLive(session.live);
  const name = useBoxState((state) => state.signedIn?.person.name ?? '');
  const [meaning, setMeaning] = useState<SignatureMeaning>('authored');
  const [occurredAt, setOccurredAt] = useState<string | null>(() => occurredIn(definition, response) ?? now());
  const [reason, setReason] = useState('');
  const [secret, setSecret] = useState('');
  const signing = useAction(useCallback((input: SignInput) => session.sign(input), [session]));
  const sign = async (): Promise<void> => {
    if (secret === '' || occurredAt === null || signing.busy) return;
    const signed = await signing.run({ secret, meaning, occurredAt, ...(amends ? { reason } : {}) });
    if (signed) goTo('forms', ['signed', signed.serial], 'replace');
    else setSecret('');
  };
  return (
    <Dialog
      title={t('sign.title', { form: `${definition.id} ${definition.title}` })}
      size={600}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            disabled={secret === '' || occurredAt === null || signing.busy}
            onClick={() => void sign()}
          >
            {t('sign.as', { name })}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p className={styles.signFor}>
        {patient ? (
          <>
            <PatientName patient={patient} /> ·{' '}
            {patient.birthDate ? words.date(patient.birthDate) : t('choose.notKnown')} ·{' '}
            {patient.mrn ?? patient.downtimeNumber}
          </>
        ) : (
          t('sign.forWard', { ward: ward ?? '' })
        )}
      </p>
      <ChoiceButtons
        label={t('sign.meaning')}
        choices={MEANINGS.map((one) => ({ value: one, label: t(`sign.meanings.${one}`) }))}
        value={meaning}
        onChange={(next) => setMeaning(next ?? meaning)}
      />
      <DateTimeField
        label={t('sign.when')}
        hint={t(patient ? 'sign.whenHint' : 'sign.whenHintWard')}
        past
        now={now}
        value={occurredAt}
        onChange={setOccurredAt}
      />
      {amends && (
        <TextField
          label={t('sign.reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={400}
          error={signing.refused?.code === 'reason-missing' ? signing.error : undefined}
        />
      )}
      <SecretField
        label={t('sign.secret')}
        value={secret}
        onChange={setSecret}
        onEnter={() => void sign()}
        takesFocus={!amends}
      />
      {signing.error && signing.refused?.code !== 'reason-missing' && (
        <Banner tone="critical" live="alert">
          {signing.error}
        </Banner>
      )}
    </Dialog>
  );
}
