import { useTranslation } from 'react-i18next';
import type { CheckpointReport } from '../../../app/ports';
import type { Tone } from '../../components/status-word/status-word';

/** What the signed ends say about the record, in one sentence. */
export function useCheckpointSentence(
  report: CheckpointReport | undefined,
): { readonly tone: Tone; readonly text: string } | undefined {
  const { t } = useTranslation('manage');
  if (!report) return undefined;
  const { state, wrong } = report;
  const tone: Tone = state === 'good' ? 'quiet' : state === 'none' || state === 'unread' ? 'warning' : 'critical';
  return {
    tone,
    text: t(`verify.signed.${state}`, {
      device: wrong?.device ?? '',
      seq: wrong?.seq ?? 0,
      last: wrong?.lastSeq ?? 0,
    }),
  };
}
