import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { DateTimeField } from '../../components/date-time-field/date-time-field';
import { Columns, Stack } from '../../components/page/page';
import styles from './census.module.css';
import { Decided } from './decided';
import { PatientPreview } from './patient-preview';
import { ProblemList } from './problem-list';
import { QuestionCard } from './question-card';
import { TableCard } from './table-card';
import { withAnswer, withColumn } from './table-mappings';
import type { CensusSitting } from './use-census-reading';

/** How the files were understood: questions first, then who would be on the list, what was left out, and every column. */
export function ReadingPage({
  sitting,
  onChange,
  onTaken,
}: {
  readonly sitting: CensusSitting;
  readonly onChange: (change: Partial<Pick<CensusSitting, 'decisions' | 'asOf'>>) => void;
  readonly onTaken: (patients: number) => void;
}) {
  const { t } = useTranslation('census');
  const box = useBox();
  const accepting = useAction(box.census.accept);
  const { proposal, decisions, busy } = sitting;
  const reading = proposal?.reading;
  if (!reading) return <p role="status">{t('reading.busy')}</p>;
  const patients = reading.patients.length;
  const refused = reading.refused.reduce((sum, one) => sum + (one.count ?? 1), 0);
  const accept = async (): Promise<void> => {
    if (!proposal || busy || accepting.busy) return;
    const done = await accepting.run(proposal);
    if (done) onTaken(done.patients);
  };
  return (
    <Stack>
      <div className={styles.summary}>
        <div className={styles.use}>
          <BigButton
            tone="brand"
            icon="check"
            wide
            disabled={patients === 0 || busy || accepting.busy}
            onClick={() => void accept()}
          >
            {busy ? t('reading.busy') : t('reading.use', { count: patients })}
          </BigButton>
          <p role="status" className={styles.counts}>
            {t('reading.counts', { read: reading.read, format: t(`format.${reading.format}`) })}
            {reading.format === 'hl7v2' && ` ${t('reading.updated', { count: reading.updated })}`}
            {refused > 0 && <b> {t('reading.leftOut', { count: refused })}</b>}
          </p>
        </div>
        <DateTimeField
          label={t('reading.asOf')}
          hint={t('reading.asOfHint')}
          past
          now={() => box.clock.now()}
          value={reading.asOf}
          onChange={(asOf) => asOf !== null && onChange({ asOf })}
        />
      </div>
      {patients === 0 && <Banner tone="critical">{t('reading.nobody')}</Banner>}
      {accepting.error && (
        <Banner tone="critical" live="alert">
          {accepting.error} {t('reading.lastStays')}
        </Banner>
      )}
      {reading.questions.map((question) => (
        <QuestionCard
          key={`${question.file}-${question.code}-${question.column}`}
          question={question}
          withFile={reading.tables.length > 1}
          onAnswer={(answer) => onChange({ decisions: withAnswer(decisions, question.file, answer) })}
        />
      ))}
      <Decided decisions={decisions} onChange={(next) => onChange({ decisions: next })} />
      <Columns kind="wide-narrow">
        <PatientPreview patients={reading.patients} />
        <ProblemList refused={reading.refused} warnings={reading.warnings} />
      </Columns>
      {reading.tables.map((table) => (
        <TableCard
          key={table.file}
          table={table}
          onColumn={(column, field) => onChange({ decisions: withColumn(decisions, table.file, column, field) })}
          onEncoding={(encoding) => onChange({ decisions: withAnswer(decisions, table.file, { encoding }) })}
          onKind={(kind) => onChange({ decisions: withAnswer(decisions, table.file, { table: kind }) })}
        />
      ))}
    </Stack>
  );
}
