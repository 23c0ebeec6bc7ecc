import { useTranslation } from 'react-i18next';
import { everyNode } from '../../../../domain/form/filled-form';
import type { Finding } from '../../../../domain/form/form';
import type { BoardPatient } from '../../../../domain/patient/board';
import styles from './fill.module.css';
import { useFiller, useLive } from './filler-context';
import { shownScores } from './shown-scores';
import { ScoreCard } from './score-card';
import { TrendCard } from './trend-card';

/** Beside the questions: what the answers come to, and how the value one is at went before. */
export function FillerAside({
  patient,
  onMissing,
}: {
  readonly patient: BoardPatient | undefined;
  readonly onMissing: (finding: Finding) => void;
}) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const { filled, calculating } = useLive(filler.session.live);
  const at = useLive(filler.at);
  const questions = [...everyNode(filled.nodes)].filter((node) => node.kind === 'question');
  // The value one is at; before the first, the one with the longest history.
  const current = at && questions.find((node) => node.key === at.key);
  const shown =
    current && filler.past(current).length > 0
      ? current
      : questions.toSorted((a, b) => filler.past(b).length - filler.past(a).length)[0];
  return (
    <aside className={styles.aside} aria-label={t('fill.aside')}>
      {shownScores(filled.scores).map((score) => (
        <ScoreCard key={score.key} score={score} patient={patient} calculating={calculating} onMissing={onMissing} />
      ))}
      {shown && filler.past(shown).length > 0 && <TrendCard question={shown} />}
    </aside>
  );
}
