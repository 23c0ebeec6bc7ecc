import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintPlan } from '../../../app/print-plan';
import type { Instant } from '../../../domain/basics/time';
import { useNotices } from '../../frame/notices/notices-context';
import { clockOf } from '../../strings/time-words';

/** Paper handed to a printer's queue; nobody has said yet whether it came out. */
export interface SentJob {
  readonly id: number;
  readonly plan: PrintPlan;
  readonly printer: { readonly name: string; readonly label: string };
  readonly copies: number;
  readonly at: Instant;
  /** Pages of the plan that were sent last; all when left out. */
  readonly from?: number;
  readonly to?: number;
}

/** Jobs without an answer. Who leaves the page takes the question along as a notice: "sent" is not "printed". */
export function useSentJobs() {
  const { t } = useTranslation('print');
  const { tell } = useNotices();
  const [open, setOpen] = useState<readonly SentJob[]>([]);
  const remind = useEffectEvent(() => {
    for (const { printer, at } of open)
      tell('warning', t('cameOut.left', { printer: printer.label, time: clockOf(at) }));
  });
  useEffect(() => () => remind(), []);
  return {
    open,
    add: (job: SentJob) => setOpen((before) => [job, ...before]),
    replace: (job: SentJob) => setOpen((before) => before.map((one) => (one.id === job.id ? job : one))),
    close: (id: number) => setOpen((before) => before.filter((one) => one.id !== id)),
  };
}
