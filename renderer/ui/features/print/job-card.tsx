import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printJobStage, type PrintJobState } from '../../../domain/workstation/print-jobs';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { clockOf } from '../../strings/time-words';
import { PrintAgain } from './print-again';
import type { Printers } from './use-printers';

/** One job: on its way, stopped, or sent. "Sent" means the queue took it; whether it came out a person says. */
export function JobCard({
  job,
  printers,
  focus,
  onSent,
}: {
  readonly job: PrintJobState;
  readonly printers: Printers;
  readonly focus: boolean;
  readonly onSent: (job: string) => void;
}) {
  const { t } = useTranslation('print');
  const box = useBox();
  const now = useBoxState(({ sending }) => (sending?.job === job.id ? sending.batch : undefined));
  const [missing, setMissing] = useState<'some' | 'no'>();
  const answer = useAction(box.print.answer);
  const resume = useAction(box.print.resume);
  const drop = useAction(box.print.drop);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) place.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  const printer = printers.list?.find((one) => one.name === job.printer)?.label ?? job.printer;
  const time = clockOf(job.at);
  const parts = { sent: job.sent.length, of: job.batches };
  const stage = printJobStage(job);
  const error = answer.error ?? resume.error ?? drop.error;
  const busy = answer.busy || resume.busy || drop.busy;

  if (now !== undefined) {
    return (
      <div ref={place}>
        <Banner tone="info" icon="printer" live="status">
          <b>{t('queue.sending', { printer, part: now + 1, of: job.batches })}</b>
        </Banner>
      </div>
    );
  }
  if (stage !== 'asked') {
    const { failed } = job;
    return (
      <div ref={place}>
        <Banner
          tone={failed ? 'critical' : 'warning'}
          live={failed ? 'alert' : 'status'}
          actions={
            <>
              <Button variant="filled" disabled={busy} onClick={() => void resume.run(job.id)}>
                {t('queue.rest', { count: job.batches - job.sent.length })}
              </Button>
              <Button disabled={busy} onClick={() => void drop.run(job.id)}>
                {t('queue.drop')}
              </Button>
            </>
          }
        >
          <b>
            {failed
              ? t('queue.failed', { printer, time, part: failed.batch + 1, of: job.batches })
              : t('queue.stopped', { printer, time, ...parts })}
          </b>{' '}
          {failed?.why} {job.sent.length > 0 ? t('queue.some', parts) : t('queue.none')}
          {error && <p role="alert">{error}</p>}
        </Banner>
      </div>
    );
  }
  return (
    <div ref={place}>
      <Banner
        tone={missing === undefined ? 'quiet' : 'warning'}
        icon="printer"
        live="status"
        actions={
          missing === undefined && (
            <>
              <Button disabled={busy} onClick={() => void answer.run({ job: job.id, cameOut: 'yes' })}>
                {t('cameOut.yes')}
              </Button>
              <Button onClick={() => setMissing('some')}>{t('cameOut.some')}</Button>
              <Button onClick={() => setMissing('no')}>{t('cameOut.no')}</Button>
            </>
          )
        }
      >
        <b>{t('cameOut.sent', { printer, time, count: job.pages * job.copies })}</b>{' '}
        {job.sheets.length > 0 && t('cameOut.forms', { count: job.sheets.length })}{' '}
        {missing === undefined ? (
          <b>{t('cameOut.question')}</b>
        ) : (
          <PrintAgain
            job={job}
            printers={printers}
            missing={missing}
            onSent={onSent}
            onAllHere={() => void answer.run({ job: job.id, cameOut: 'yes' })}
          />
        )}
        {error && <p role="alert">{error}</p>}
      </Banner>
    </div>
  );
}
