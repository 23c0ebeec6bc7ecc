import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { useBoxState, useNow } from '../../box/box-context';
import { hrefTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { useTimeWords } from '../../strings/time-words';
import styles from './item-detail.module.css';

/** Where the line comes from: form, sheet, author; with the way to the signed form itself. */
export function ItemSource({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const screens = useScreens();
  const title = useBoxState((state) => state.library.forms.findLast((form) => form.id === item.form)?.title);
  const signed = useBoxState((state) => state.world.forms.bySerial.has(item.serial));
  const fromBoard = item.patient === item.serial;
  return (
    <p className={styles.source}>
      <span>
        {fromBoard ? t('source.board') : t('source.form', { form: item.form, title: title ?? '', serial: item.serial })}
      </span>
      <span>{t('source.happened', { time: words.moment(item.occurredAt, now) })}</span>
      {item.author !== undefined && <span>{t('source.author', { name: item.author })}</span>}
      {signed && screens.of('forms') && <a href={hrefTo('forms', 'signed', item.serial)}>{t('source.open')}</a>}
    </p>
  );
}
