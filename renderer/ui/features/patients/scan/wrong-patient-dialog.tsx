import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { Banner } from '../../../components/banner/banner';
import { Dialog } from '../../../components/dialog/dialog';
import { IdentityCard } from '../add/identity-card';
import addStyles from '../add/add.module.css';

/** The wristband is of somebody else than the screen: a stop, with both identities side by side. */
export function WrongPatientDialog({
  open,
  scanned,
  onStay,
  onGo,
}: {
  /** Whose page or form is on the screen. */
  readonly open: BoardPatient;
  readonly scanned: BoardPatient;
  readonly onStay: () => void;
  readonly onGo: () => void;
}) {
  const { t } = useTranslation('patients');
  return (
    <Dialog
      title={t('wrong.title')}
      size={760}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{t('wrong.stay')}</Button>
          <Button onClick={onGo}>{t('wrong.go')}</Button>
        </>
      }
    >
      <Banner tone="critical" live="alert" icon="critical">
        <b>{t('wrong.text')}</b>
      </Banner>
      <div className={addStyles.side}>
        <IdentityCard title={t('wrong.onScreen')} facts={open} against={scanned} />
        <IdentityCard title={t('wrong.scanned')} facts={scanned} against={open} />
      </div>
    </Dialog>
  );
}
