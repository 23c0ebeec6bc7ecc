import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyReport } from '../../../app/ports';
import { useBox } from '../../box/box-context';
import { Row, Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { useNotices } from '../../frame/notices/notices-context';
import { useTimeWords } from '../../strings/time-words';
import { useSentences } from '../../strings/use-sentences';
import { useCheckpointSentence } from './checkpoint-sentence';

/** Checks every entry, and says which is the first that is not as it was written. */
export function Verify() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const [report, setReport] = useState<VerifyReport>();
  const [busy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    await box.verify().then(setReport, (error: unknown) => tell('critical', failure(error)));
    setBusy(false);
  };
  return (
    <Stack>
      <Row>
        <Button disabled={busy} onClick={() => void verify()}>
          {t(busy ? 'verify.checking' : 'verify.check')}
        </Button>
      </Row>
      <div role="status">{report && <Found report={report} />}</div>
    </Stack>
  );
}

function Found({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('manage');
  const { moment } = useTimeWords();
  const now = useBox().clock.now();
  const signed = useCheckpointSentence(report.checkpoints);
  const { chain, copies, entries, firstBroken, journalDamage = [] } = report;
  const open = journalDamage.filter(({ mended }) => !mended);
  return (
    <Stack>
      <StatusWord tone={chain === 'whole' && copies === 'equal' ? 'quiet' : 'critical'}>
        {t('verify.report', {
          count: entries,
          chain: t(`verify.chain.${chain}`),
          copies: t(`verify.copies.${copies}`),
        })}
      </StatusWord>
      {firstBroken && (
        <p>
          {t('verify.first', {
            seq: firstBroken.seq,
            device: firstBroken.device,
            why: t(`verify.why.${firstBroken.why}`),
          })}
        </p>
      )}
      {open[0] && <p>{t('verify.lines', { count: open.length, file: open[0].file, line: open[0].line })}</p>}
      {signed && <StatusWord tone={signed.tone}>{signed.text}</StatusWord>}
      {report.checkpoints?.last && (
        <p>
          {t('verify.last', {
            when: moment(report.checkpoints.last.at, now),
            seq: report.checkpoints.last.seq,
            count: report.checkpoints.signed,
          })}
        </p>
      )}
    </Stack>
  );
}
