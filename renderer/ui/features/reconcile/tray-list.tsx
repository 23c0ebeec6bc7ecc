import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScannedImage } from '../../../domain/reconciliation/pages';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { clockOf } from '../../strings/time-words';
import styles from './paper-page.module.css';
import { ReasonDialog } from './reason-dialog';
import { usePicture, useReturnedPages } from './use-paper';

/** At a time: each shows its picture. */
const SHOWN = 6;

/** Pages whose code could not be read; a person reads the serial and files them. */
export function TrayList() {
  const { t } = useTranslation('reconcile');
  const tray = useReturnedPages()?.tray ?? [];
  return (
    <Card title={t('paper.tray')}>
      {tray.length === 0 ? (
        <p>{t('paper.trayNone')}</p>
      ) : (
        <ul className={styles.tray}>
          {tray.slice(0, SHOWN).map((page) => (
            <TrayPage key={page.image} page={page} />
          ))}
        </ul>
      )}
      {tray.length > SHOWN && <p>{t('audit.more', { count: tray.length - SHOWN })}</p>}
    </Card>
  );
}

function TrayPage({ page: { image, at } }: { readonly page: ScannedImage }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const [serial, setSerial] = useState('');
  const [page, setPage] = useState('1');
  const [asking, setAsking] = useState(false);
  const filing = useAction(box.returnedPaper.file);
  const address = usePicture(image);
  const file = (): void => void filing.run({ image, serial: serial.trim().toUpperCase(), page: Number(page) });
  return (
    <li className={styles.page}>
      {address ? (
        <img className={styles.picture} src={address} alt={t('paper.trayPage', { time: clockOf(at) })} />
      ) : (
        <p>{t(address === null ? 'paper.unreadable' : 'paper.opening')}</p>
      )}
      <Stack gap={3}>
        <TextField
          label={t('paper.serial')}
          value={serial}
          onChange={setSerial}
          error={filing.error}
          maxLength={40}
          onEnter={file}
        />
        <TextField label={t('paper.pageNumber')} value={page} onChange={setPage} maxLength={3} onEnter={file} />
        <Row>
          <Button disabled={filing.busy || serial.trim() === ''} onClick={file}>
            {t('paper.fileIt')}
          </Button>
          <Button onClick={() => setAsking(true)}>{t('paper.aside')}</Button>
        </Row>
      </Stack>
      {asking && (
        <ReasonDialog
          title={t('paper.asideTitle')}
          text={t('paper.asideText')}
          confirm={t('paper.asideDo')}
          required
          use={(reason) => box.returnedPaper.setAside({ image, reason })}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        />
      )}
    </li>
  );
}
