import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../domain/form/form';
import type { BoardPatient } from '../../../../domain/patient/board';
import { BigButton } from '../../../components/big-button/big-button';
import { Banner } from '../../../components/banner/banner';
import { Card } from '../../../components/card/card';
import { StatusWord } from '../../../components/status-word/status-word';
import { DiscardButton } from './discard-button';
import { ErrorSummary } from './error-summary';
import styles from './fill.module.css';
import { useFiller, useLive } from './filler-context';
import { PrintDraftButton } from './print-draft-button';
import { SignDialog } from './sign-dialog';

/** The end of a form: what is still missing with a way to each, what is unusual, and the signature. */
export function SignPage({
  patient,
  onFinding,
}: {
  readonly patient: BoardPatient | undefined;
  readonly onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const { filled, amends } = useLive(filler.session.live);
  const unread = useLive(filler.unread);
  const [signing, setSigning] = useState(false);
  useEffect(() => filler.tried.set(true), [filler]);
  const errors = filled.findings.filter((one) => one.severity === 'error');
  const others = filled.findings.filter((one) => one.severity !== 'error');
  const ready = errors.length === 0 && unread.size === 0;
  return (
    <div className={styles.sign}>
      {!ready && <ErrorSummary errors={errors} unread={unread.size} onFinding={onFinding} />}
      {ready && (
        <p>
          <StatusWord tone="quiet">{t('sign.complete')}</StatusWord>
        </p>
      )}
      {others.length > 0 && (
        <Card title={t('sign.look')}>
          <ul className={styles.findings}>
            {others.map((one) => (
              <li key={`${one.linkId}-${one.code}-${one.message}`}>
                <button type="button" className={styles.link} onClick={() => onFinding(one)}>
                  {one.message}
                </button>
                {one.severity === 'soft' && (
                  <Button onClick={() => filler.session.accept(one)}>{t('soft.yesShort')}</Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Banner tone="info" icon="lock">
        {t(amends ? 'sign.afterAmend' : 'sign.after')}
      </Banner>
      <div className={styles.signActions}>
        <BigButton tone="brand" icon="edit" disabled={!ready} onClick={() => setSigning(true)}>
          {t(amends ? 'sign.amend' : 'sign.sign')}
        </BigButton>
        <PrintDraftButton patient={patient} />
        <DiscardButton />
      </div>
      {signing && <SignDialog patient={patient} onClose={() => setSigning(false)} />}
    </div>
  );
}
