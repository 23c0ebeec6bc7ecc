import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printJobs, printJobStage, type PrintJobState } from '../../../domain/workstation/print-jobs';
import { useBoxState } from '../../box/box-context';
import { useNotices } from '../../frame/notices/notices-context';
import { clockOf } from '../../strings/time-words';

/** So many of those that are over stay in reach of a reprint. */
const OVER_SHOWN = 5;

/** Jobs of this PC: those somebody has to do something about, and the last ones that are over. */
export function usePrintJobs() {
  const { t } = useTranslation('print');
  const { tell } = useNotices();
  const entries = useBoxState((state) => state.world.entries);
  const [mine, setMine] = useState<readonly string[]>([]);
  const all = useMemo(() => printJobs(entries).toReversed(), [entries]);
  const { open, over } = useMemo(() => {
    const isOver = (job: PrintJobState): boolean => ['done', 'some', 'dropped'].includes(printJobStage(job));
    return {
      open: all.filter((job) => !isOver(job)),
      over: all.filter((job) => isOver(job) && job.sent.length > 0).slice(0, OVER_SHOWN),
    };
  }, [all]);
  // Who leaves takes the question along: "sent" is not "printed".
  const remind = useEffectEvent(() => {
    for (const { id, printer, at, failed } of open)
      if (mine.includes(id) && !failed) tell('warning', t('cameOut.left', { printer, time: clockOf(at) }));
  });
  useEffect(() => () => remind(), []);
  return {
    open,
    over,
    /** The one sent last from this page: it is scrolled to. */
    newest: mine.at(-1),
    add: (job: string) => setMine((before) => [...before, job]),
  };
}
