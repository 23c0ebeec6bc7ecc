import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findItem, type QueueItem, type Reconciliation } from '../../../domain/reconciliation/queue';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { ClaimNote } from './claim';
import { ConflictNote } from './conflict-note';

/** What somebody must know before typing: proxy, changes since, what it waits for, who works on it. */
export function ItemNotes({ item, view }: { readonly item: QueueItem; readonly view: Reconciliation }) {
  const { t } = useTranslation('reconcile');
  const signedIn = useBoxState((state) => state.signedIn?.person.name);
  const open = item.state === 'to-enter' || item.state === 'waiting';
  return (
    <>
      {item.conflict && <ConflictNote item={item} />}
      {item.withdrawn ? (
        <Banner tone="warning">{t('note.withdrawn')}</Banner>
      ) : (
        item.changedSince && (
          <Banner tone="warning">{t('note.changed', { time: clockOf(item.changedSince.at) })}</Banner>
        )
      )}
      {item.waitingFor.flatMap((key) => {
        const other = findItem(view, key);
        if (!other || item.mark) return [];
        return (
          <Banner
            key={other.key}
            tone="info"
            icon="hourglass"
            actions={
              <Button onClick={() => goTo('reconcile', [other.owner, other.serial, other.item])}>
                {t('note.waitsGo')}
              </Button>
            }
          >
            {t('note.waits', { label: other.label, owner: t(`owner.${other.owner}`) })}
          </Banner>
        );
      })}
      {open && item.author !== undefined && item.author !== signedIn && item.disposition !== 'scan' && (
        <Banner tone="quiet" icon="user">
          {t('note.proxy', { name: item.author })}
        </Banner>
      )}
      {open && <ClaimNote item={item} />}
    </>
  );
}
