import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Row, Stack } from '../../components/page/page';
import { SecretField } from '../../components/secret-field/secret-field';
import { TextField } from '../../components/text-field/text-field';
import { useSignIn } from './use-sign-in';

/** The two keys that are no PIN: a manager's passphrase, and the recovery code from the safe. */
export function OtherKeys({ onEntered }: { readonly onEntered: () => void }) {
  const { t } = useTranslation('session');
  const [kind, setKind] = useState<'passphrase' | 'recovery-code'>('passphrase');
  const [secret, setSecret] = useState('');
  const { signIn, error, busy, waitSeconds, clear } = useSignIn(onEntered);
  const submit = (): void => void (secret && !busy && signIn({ secret, kind }));
  const field = { value: secret, onChange: setSecret, onEnter: submit, error };
  return (
    <Card title={t('otherKeys')}>
      <Stack>
        <ChoiceButtons
          label={t('keyKind')}
          choices={[
            { value: 'passphrase', label: t('passphrase') },
            { value: 'recovery-code', label: t('recoveryCode') },
          ]}
          value={kind}
          onChange={(next) => {
            setKind(next ?? kind);
            setSecret('');
            clear();
          }}
        />
        {kind === 'passphrase' ? (
          <SecretField label={t('passphrase')} hint={t('passphraseHint')} {...field} />
        ) : (
          <TextField label={t('recoveryCode')} hint={t('recoveryHint')} {...field} />
        )}
        <Row>
          <Button variant="filled" disabled={busy || secret === ''} onClick={submit}>
            {waitSeconds > 0 ? t('waitSeconds', { seconds: waitSeconds }) : t('signIn')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
