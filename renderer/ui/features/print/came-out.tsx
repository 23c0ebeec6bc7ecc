import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { NumberField } from '../../components/number-field/number-field';
import { useNotices } from '../../frame/notices/notices-context';
import { clockOf } from '../../strings/time-words';
import styles from './print.module.css';
import type { SentJob } from './use-sent-jobs';

/** "Sent" means the queue took it; only a person at the printer knows whether it came out. Stays until answered. */
export function CameOut({
  job,
  focus,
  onAnswered,
  onAgain,
}: {
  readonly job: SentJob;
  readonly focus: boolean;
  readonly onAnswered: () => void;
  readonly onAgain: (range: { readonly from: number; readonly to: number }) => void;
}) {
  const { t } = useTranslation('print');
  const box = useBox();
  const { tell } = useNotices();
  const [answer, setAnswer] = useState<'some' | 'no'>();
  const [from, setFrom] = useState(String(job.from ?? 1));
  const [to, setTo] = useState(String(job.to ?? job.plan.pages));
  const send = useAction(box.print.toPrinter);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) question.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  const [first, last] = [Number(from), Number(to)];
  const valid =
    Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= job.plan.pages;
  const again = async (range: { readonly from: number; readonly to: number }): Promise<void> => {
    const part = box.print.part(job.plan, { ...range, reason: t('cameOut.reason') });
    const sent = await send.run(part, job.printer.name, job.copies);
    if (!sent) return;
    if (!sent.sent) {
      tell('critical', t('notSent', { printer: job.printer.label, why: sent.why ?? '' }));
      return;
    }
    setAnswer(undefined);
    onAgain(range);
  };
  const [shownFrom, shownTo] = [job.from ?? 1, job.to ?? job.plan.pages];
  const what = { printer: job.printer.label, time: clockOf(job.at), count: (shownTo - shownFrom + 1) * job.copies };
  const forms = job.from === undefined ? job.plan.sheets.length : 0;
  return (
    <div ref={question}>
      <Banner
        tone={answer === 'no' ? 'warning' : 'quiet'}
        icon="printer"
        live="status"
        actions={
          answer === undefined ? (
            <>
              <Button onClick={onAnswered}>{t('cameOut.yes')}</Button>
              <Button onClick={() => setAnswer('some')}>{t('cameOut.some')}</Button>
              <Button onClick={() => setAnswer('no')}>{t('cameOut.no')}</Button>
            </>
          ) : (
            <>
              <Button
                variant="filled"
                disabled={send.busy || !valid}
                onClick={() =>
                  void again(answer === 'no' ? { from: shownFrom, to: shownTo } : { from: first, to: last })
                }
              >
                {t('cameOut.again', {
                  count: (answer === 'no' ? shownTo - shownFrom + 1 : valid ? last - first + 1 : 0) * job.copies,
                })}
              </Button>
              <Button onClick={onAnswered}>{t('cameOut.now')}</Button>
            </>
          )
        }
      >
        <b>{t('cameOut.sent', what)}</b> {forms > 0 && t('cameOut.forms', { count: forms })}{' '}
        <b>{answer === undefined && t('cameOut.question')}</b>
        {answer === 'no' && <p>{t('cameOut.check')}</p>}
        {answer === 'some' && (
          <div className={styles.range}>
            <NumberField label={t('cameOut.from')} text={from} onChange={setFrom} />
            <NumberField
              label={t('cameOut.to')}
              text={to}
              onChange={setTo}
              error={valid ? undefined : t('cameOut.range', { last: job.plan.pages })}
            />
          </div>
        )}
        {send.error && <p role="alert">{send.error}</p>}
      </Banner>
    </div>
  );
}
