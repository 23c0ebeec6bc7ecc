import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { CheckList } from '../../components/check-list/check-list';
import { Row } from '../../components/page/page';
import type { Place } from './place-step';
import { RecoveryPrint } from './recovery-print';
import styles from './setup.module.css';

/** The recovery code, once. It goes on paper into a sealed envelope: the last key when everyone else's is gone. */
export function RecoveryStep({
  code,
  place,
  onDone,
}: {
  readonly code: string;
  readonly place: Place;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('setup');
  const [kept, setKept] = useState<readonly 'kept'[]>([]);
  return (
    <Card title={t('recovery.title')}>
      <div className={styles.form}>
        <p>{t('recovery.text')}</p>
        <div className={styles.sheet}>
          <p>{t('recovery.of', { ...place })}</p>
          <p className={styles.code}>{code}</p>
        </div>
        <RecoveryPrint code={code} />
        <CheckList
          label={t('recovery.confirm')}
          hideLabel
          items={[{ value: 'kept', label: t('recovery.confirm') }]}
          value={kept}
          onChange={setKept}
        />
        <Row>
          <BigButton tone="brand" disabled={kept.length === 0} onClick={onDone}>
            {t('recovery.done')}
          </BigButton>
        </Row>
      </div>
    </Card>
  );
}
