import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { Row } from '../../components/page/page';
import { clockOf } from '../../strings/time-words';
import styles from './item-detail.module.css';
import { usePicture } from './use-paper';

/** The scanned paper of a line, page by page. */
export function ScannedPages({
  item,
  images,
}: {
  readonly item: QueueItem;
  readonly images: readonly { readonly page: number; readonly image: string; readonly at: string }[];
}) {
  const { t } = useTranslation('reconcile');
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, images.length - 1);
  const shown = images[index];
  const address = usePicture(shown?.image);
  const caption = shown ? t('paper.caption', { form: item.form, page: shown.page, time: clockOf(shown.at) }) : '';
  return (
    <div className={styles.picture}>
      {address ? (
        <img className={styles.scan} src={address} alt={caption} />
      ) : (
        <p>{t(address === null ? 'paper.unreadable' : 'paper.opening')}</p>
      )}
      <p className={styles.caption}>{caption}</p>
      {images.length > 1 && (
        <Row>
          <Button disabled={index === 0} onClick={() => setWanted(index - 1)}>
            {t('paper.before')}
          </Button>
          <Button disabled={index === images.length - 1} onClick={() => setWanted(index + 1)}>
            {t('paper.next')}
          </Button>
        </Row>
      )}
    </div>
  );
}
