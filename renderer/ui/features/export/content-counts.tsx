import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState } from '../../box/box-context';
import { useBoard } from '../patients/use-board';
import styles from './export.module.css';

/** How much the downtime wrote down, before anything is made of it. */
export function ContentCounts({ outage }: { readonly outage: OutageState }) {
  const { t } = useTranslation('export');
  const box = useBox();
  const forms = useBoxState((state) => state.world.forms);
  const runs = useBoxState((state) => state.world.runs);
  const lines = useBoxState(() => box.reconcile.view()?.items.length ?? 0);
  const patients = useBoard().length;
  const signed = useMemo(
    () => [...forms.bySerial.values()].filter((form) => form.book === outage.id).length,
    [forms, outage.id],
  );
  const ticks = useMemo(
    () =>
      Object.values(runs.runs)
        .filter((run) => run.outage === outage.id)
        .reduce((sum, run) => sum + Object.keys(run.answers).length, 0),
    [runs, outage.id],
  );
  const counts = { patients, signed, lines, ticks };
  return (
    <dl className={styles.counts}>
      {(Object.keys(counts) as (keyof typeof counts)[]).map((name) => (
        <div key={name} className={styles.count}>
          <dt>{t(`content.${name}`)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
