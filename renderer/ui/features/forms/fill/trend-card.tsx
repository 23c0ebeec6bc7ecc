import { useTranslation } from 'react-i18next';
import { toEpochMs } from '../../../../domain/basics/time';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import { unitText } from '../../../../domain/form/text-of-answer';
import { clockOf } from '../../../strings/time-words';
import { numberOfAnswer } from '../questions/answer-values';
import { labelOfItem } from '../questions/item-label';
import styles from './fill.module.css';
import { useFiller } from './filler-context';
import type { PastValue } from './past-values';

const WIDTH = 204;
const HEIGHT = 74;
const MARGIN = 8;

/** How a value went: open dots from the EHR, filled ones written here, the last one what stands in the box now. */
export function TrendCard({ question }: { readonly question: FilledQuestion }) {
  const { t } = useTranslation('forms');
  const { past, now } = useFiller();
  const current = numberOfAnswer(question.answers[0]);
  const values: readonly PastValue[] = [
    ...past(question),
    ...(current === null ? [] : [{ value: current, at: now(), from: 'here' as const }]),
  ].slice(-10);
  const dots = placed(values);
  const last = values.at(-1);
  const fromEhr = values.findLast((one) => one.from === 'snapshot');
  return (
    <section className={styles.trend} aria-label={t('trend.title', { what: labelOfItem(question.item) })}>
      <p className={styles.trendTitle}>{t('trend.title', { what: labelOfItem(question.item) })}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={values.map((one) => `${clockOf(one.at)}: ${one.value}`).join(', ')}
      >
        <polyline points={dots.map((dot) => `${dot.x},${dot.y}`).join(' ')} className={styles.trendLine} />
        {dots.map((dot) => (
          <circle
            key={dot.key}
            cx={dot.x}
            cy={dot.y}
            r={4}
            className={dot.from === 'here' ? styles.dotHere : styles.dotEhr}
          />
        ))}
      </svg>
      {last && (
        <p className={styles.scoreName}>
          {t('trend.last', { value: `${last.value} ${unitText(question.item)}`.trim(), time: clockOf(last.at) })}
          {fromEhr && ` · ${t('trend.legend', { time: clockOf(fromEhr.at) })}`}
        </p>
      )}
    </section>
  );
}

function placed(
  values: readonly PastValue[],
): readonly { key: string; x: number; y: number; from: PastValue['from'] }[] {
  const times = values.map((one) => toEpochMs(one.at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values.map((one) => one.value)), Math.max(...values.map((one) => one.value))];
  const scale = (value: number, least: number, most: number, length: number): number =>
    most === least ? length / 2 : ((value - least) / (most - least)) * length;
  return values.map((one, index) => ({
    key: `${one.at}-${index}`,
    x: Math.round(MARGIN + scale(times[index] ?? 0, from, to, WIDTH - 2 * MARGIN)),
    y: Math.round(HEIGHT - MARGIN - scale(one.value, low, high, HEIGHT - 2 * MARGIN)),
    from: one.from,
  }));
}
