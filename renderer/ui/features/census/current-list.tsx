import { useTranslation } from 'react-i18next';
import { useBoxState, useNow } from '../../box/box-context';
import { useTimeWords } from '../../strings/time-words';

/** Which list this PC holds now and how old it is. */
export function CurrentList() {
  const { t } = useTranslation('census');
  const words = useTimeWords();
  const now = useNow('minute');
  const snapshot = useBoxState((state) => state.snapshot);
  if (!snapshot) return t('current.none');
  return t('current.some', {
    count: snapshot.patients.length,
    time: words.moment(snapshot.asOf, now),
    age: words.age(snapshot.asOf, now),
    source: snapshot.source,
  });
}
