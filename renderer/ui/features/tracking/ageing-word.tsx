import { useTranslation } from 'react-i18next';
import { toEpochMs } from '../../../domain/basics/time';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import { StatusWord } from '../../components/status-word/status-word';
import { useNow } from '../../box/box-context';
import { useTimeWords } from '../../strings/time-words';

/** How late a request is, or how long it has: word, shape and colour. Nothing where no clock runs. */
export function AgeingWord({ request }: { readonly request: TrackedRequest }) {
  const { t } = useTranslation('tracking');
  const words = useTimeWords();
  const now = useNow('minute');
  if (!request.ageing) return null;
  const { clock, level, dueMs } = request.ageing;
  const time = words.duration(dueMs - toEpochMs(now));
  if (level === 'red')
    return (
      <StatusWord tone="critical" icon="warning">
        {t('ageing.late', { time })}
      </StatusWord>
    );
  return (
    <StatusWord tone={level === 'amber' ? 'warning' : 'quiet'} icon="clock">
      {t(`ageing.${clock}`, { time })}
    </StatusWord>
  );
}
