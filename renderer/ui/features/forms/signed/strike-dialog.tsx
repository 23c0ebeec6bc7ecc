import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedForm } from '../../../../domain/form/forms-state';
import { useBox } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { Dialog } from '../../../components/dialog/dialog';
import { SecretField } from '../../../components/secret-field/secret-field';
import { TextField } from '../../../components/text-field/text-field';

const REASONS = ['wrongPatient', 'byMistake', 'other'] as const;
const WARD_REASONS = ['byMistake', 'other'] as const;

/** Strikes a signed form through: it stays readable, counts no longer, and back-entry is told. */
export function StrikeDialog({
  form,
  ofWard,
  title,
  onClose,
}: {
  readonly form: SignedForm;
  readonly ofWard: boolean;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['forms', 'common']);
  const box = useBox();
  const [kind, setKind] = useState<(typeof REASONS)[number] | null>(null);
  const [words, setWords] = useState('');
  const [secret, setSecret] = useState('');
  const striking = useAction(box.forms.strike);
  const reason =
    kind === null
      ? ''
      : kind === 'other'
        ? words.trim()
        : [t(`strike.reason.${kind}`), words.trim()].filter(Boolean).join(': ');
  const ready = reason !== '' && secret !== '' && !striking.busy;
  const strike = async (): Promise<void> => {
    if (!ready) return;
    if (await striking.run({ serial: form.serial, reason, secret })) onClose();
    else setSecret('');
  };
  return (
    <Dialog
      title={t('strike.title', { form: title })}
      size={600}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" color="critical" disabled={!ready} onClick={() => void strike()}>
            {t('strike.yes', { serial: form.serial })}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('strike.text')}</p>
      <ChoiceButtons
        label={t('strike.why')}
        choices={(ofWard ? WARD_REASONS : REASONS).map((one) => ({ value: one, label: t(`strike.reason.${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind !== null && (
        <TextField
          label={t('strike.words')}
          optional={kind !== 'other'}
          value={words}
          onChange={setWords}
          maxLength={400}
        />
      )}
      <SecretField label={t('sign.secret')} value={secret} onChange={setSecret} onEnter={() => void strike()} />
      {striking.error && (
        <Banner tone="critical" live="alert">
          {striking.error}
        </Banner>
      )}
    </Dialog>
  );
}
