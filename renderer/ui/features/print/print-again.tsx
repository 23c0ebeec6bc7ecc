import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../../domain/basics/result';
import type { PrintJobState } from '../../../domain/workstation/print-jobs';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { NumberField } from '../../components/number-field/number-field';
import { Select } from '../../components/select/select';
import { patientPages } from './patient-pages';
import styles from './print.module.css';
import type { Printers } from './use-printers';

const REASONS = ['notOut', 'unreadable', 'damaged', 'lost'] as const;

/** Pages of a job once more under the same serials: some, all, or those of one patient; with the reason. */
export function PrintAgain({
  job,
  printers,
  missing,
  onSent,
  onAllHere,
}: {
  readonly job: PrintJobState;
  readonly printers: Printers;
  /** Which question was answered; left out for a job that is over. */
  readonly missing?: 'some' | 'no';
  readonly onSent: (job: string) => void;
  readonly onAllHere: () => void;
}) {
  const { t } = useTranslation('print');
  const box = useBox();
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState(String(job.pages));
  const [reason, setReason] = useState<(typeof REASONS)[number]>('notOut');
  const beds = useMemo(() => patientPages(job.sheets, box.patients.board(), job.pages), [job, box]);
  const [bed, setBed] = useState<string | null>(null);
  const [first, last] = missing === 'no' ? [1, job.pages] : [Number(from), Number(to)];
  const valid = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= job.pages;
  // A backup printer chosen above takes over from one that gave nothing.
  const printer = printers.chosen?.name ?? job.printer;
  const again = useAction(async () => {
    const plan = await box.print.planOf(job);
    if (!plan.ok) return plan;
    const range = { from: first, to: last };
    if (missing !== undefined) {
      const answered = await box.print.answer({ job: job.id, cameOut: missing, ...range });
      if (!answered.ok) return answered;
    }
    const sent = await box.print.send(
      box.print.part(plan.value, { ...range, reason: t(`again.${reason}`) }),
      printer,
      1,
    );
    if (sent.ok) onSent(sent.value.job);
    return sent.ok ? ok(null) : sent;
  });
  return (
    <>
      {missing === 'no' && <p>{t('cameOut.check')}</p>}
      <div className={styles.range}>
        {missing !== 'no' && (
          <>
            {beds.length > 1 && (
              <Select
                label={t('again.whose')}
                value={bed}
                empty={t('again.anybody')}
                options={beds.map(({ patient, bed: where, from: start }) => ({
                  value: patient,
                  label: where === undefined ? t('again.page', { page: start }) : t('again.bed', { bed: where }),
                }))}
                onChange={(patient) => {
                  setBed(patient);
                  const own = beds.find((one) => one.patient === patient);
                  setFrom(String(own?.from ?? 1));
                  setTo(String(own?.to ?? job.pages));
                }}
              />
            )}
            <NumberField label={t('cameOut.from')} text={from} onChange={setFrom} />
            <NumberField
              label={t('cameOut.to')}
              text={to}
              onChange={setTo}
              error={valid ? undefined : t('cameOut.range', { last: job.pages })}
            />
          </>
        )}
        <Select
          label={t('again.why')}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`again.${value}`) }))}
          onChange={setReason}
        />
      </div>
      <div className={styles.range}>
        <Button variant="filled" disabled={again.busy || !valid} onClick={() => void again.run()}>
          {t('cameOut.again', { count: valid ? last - first + 1 : 0 })}
        </Button>
        <Button onClick={onAllHere}>{t(missing === undefined ? 'again.cancel' : 'cameOut.now')}</Button>
      </div>
      {again.error && <p role="alert">{again.error}</p>}
    </>
  );
}
