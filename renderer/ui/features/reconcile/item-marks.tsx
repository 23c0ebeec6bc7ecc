import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { useBoxState } from '../../box/box-context';
import { StatusWord } from '../../components/status-word/status-word';
import { clockOf } from '../../strings/time-words';

/** Who marked and who checked, and that the second must be another person. */
export function ItemMarks({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('reconcile');
  const people = useBoxState((state) => state.vault?.people);
  const me = useBoxState((state) => state.signedIn?.person.id);
  const nameOf = (id: string): string => people?.find((person) => person.id === id)?.name ?? id;
  const { mark, check, claimedBy } = item;
  return (
    <>
      {claimedBy && !mark && <p>{t('claimed', { name: nameOf(claimedBy.by), time: clockOf(claimedBy.at) })}</p>}
      {mark && <StatusWord tone="quiet">{t('markedBy', { state: t(`state.${mark.as}`), name: nameOf(mark.by), time: clockOf(mark.at) })}</StatusWord>}
      {mark?.reason && <p>{mark.reason}</p>}
      {mark?.ref && <p>{mark.ref}</p>}
      {check ? (
        <StatusWord tone="quiet">{t('checkedBy', { name: nameOf(check.by), time: clockOf(check.at) })}</StatusWord>
      ) : (
        mark && mark.by === me && <p>{t('verifySecond', { name: nameOf(mark.by) })}</p>
      )}
    </>
  );
}
