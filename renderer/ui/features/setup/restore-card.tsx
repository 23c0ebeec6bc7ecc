import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Row } from '../../components/page/page';
import { SecretField } from '../../components/secret-field/secret-field';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';
import { useSentences } from '../../strings/use-sentences';
import styles from './setup.module.css';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The other way to begin: everything from a backup of another PC. */
export function RestoreCard() {
  const { t } = useTranslation('setup');
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const [file, setFile] = useState<Chosen>();
  const [secret, setSecret] = useState('');
  const [workstation, setWorkstation] = useState('');
  const { run, error, busy } = useAction(box.backup.restore);
  const choose = (): void => {
    box.backup.choose().then(
      (chosen) => chosen && setFile(chosen),
      (cause: unknown) => tell('critical', failure(cause)),
    );
  };
  const restore = async (): Promise<void> => {
    if (!file || secret === '' || busy) return;
    const name = workstation.trim();
    const done = await run({ bytes: file.bytes, secret, ...(name === '' ? {} : { workstation: name }) });
    if (!done) return;
    tell('info', t('restore.done', { count: done.summary.entries }));
    if (done.pinsToRenew > 0) tell('warning', t('restore.pins', { count: done.pinsToRenew }));
    goTo('manage', [], 'replace');
  };
  return (
    <Card title={t('restore.title')}>
      <div className={styles.form}>
        <p>{t('restore.text')}</p>
        <Row>
          <Button onClick={choose}>{t(file ? 'restore.chooseOther' : 'restore.choose')}</Button>
          {file && <span>{file.name}</span>}
        </Row>
        {file && (
          <>
            <SecretField
              label={t('restore.secret')}
              hint={t('restore.secretHint')}
              value={secret}
              onChange={setSecret}
              onEnter={() => void restore()}
            />
            <TextField
              label={t('restore.name')}
              hint={t('restore.nameHint')}
              value={workstation}
              onChange={setWorkstation}
              maxLength={80}
            />
            {error && (
              <Banner tone="critical" live="alert">
                {error}
              </Banner>
            )}
            <Row>
              <Button variant="filled" disabled={busy || secret === ''} onClick={() => void restore()}>
                {t(busy ? 'restore.working' : 'restore.do')}
              </Button>
            </Row>
          </>
        )}
      </div>
    </Card>
  );
}
