import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../../components/big-button/big-button';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Row } from '../../components/page/page';
import { SecretField } from '../../components/secret-field/secret-field';
import { TextField } from '../../components/text-field/text-field';
import styles from './setup.module.css';

/** Who manages this PC, and the passphrase that opens it when every PIN is closed. */
export function ManagerStep({
  busy,
  error,
  onBack,
  onCreate,
}: {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onBack: () => void;
  readonly onCreate: (manager: { managerName: string; passphrase: string }) => void;
}) {
  const { t } = useTranslation(['setup', 'common', 'refusals']);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const differs = passphrase !== again;
  const create = (): void => {
    setAsked(true);
    if (name.trim() !== '' && !differs && !busy) onCreate({ managerName: name.trim(), passphrase });
  };
  return (
    <Card title={t('manager.title')}>
      <div className={styles.form}>
        <TextField
          label={t('manager.name')}
          hint={t('manager.nameHint')}
          value={name}
          onChange={setName}
          error={asked && name.trim() === '' ? t('refusals:name-missing') : undefined}
          maxLength={80}
        />
        <SecretField
          label={t('manager.passphrase')}
          hint={t('manager.passphraseHint')}
          value={passphrase}
          onChange={setPassphrase}
        />
        <SecretField
          label={t('manager.again')}
          value={again}
          onChange={setAgain}
          onEnter={create}
          error={asked && differs ? t('manager.differs') : undefined}
        />
        {error && (
          <Banner tone="critical" live="alert">
            {error}
          </Banner>
        )}
        <Row>
          <BigButton tone="brand" disabled={busy} onClick={create}>
            {t(busy ? 'manager.working' : 'manager.create')}
          </BigButton>
          <BigButton tone="plain" onClick={onBack}>
            {t('common:back')}
          </BigButton>
        </Row>
      </div>
    </Card>
  );
}
