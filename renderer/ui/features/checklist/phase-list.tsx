import { useTranslation } from 'react-i18next';
import type { PhaseView, RunView } from '../../../domain/checklist/run-view';
import { Card } from '../../components/card/card';
import type { IconName } from '../../components/icon/icon';
import { SectionNav } from '../../components/section-nav/section-nav';
import { clockOf } from '../../strings/time-words';

/** The phases of the card with how far each is. Phases that belong to no running event stay out of the way. */
export function PhaseList({
  view,
  current,
  onChoose,
}: {
  readonly view: RunView;
  readonly current: string | undefined;
  readonly onChoose: (phase: string) => void;
}) {
  const { t } = useTranslation('checklist');
  const countOf = (phase: PhaseView): string => {
    if (phase.late > 0) return t('phase.late', { count: phase.late });
    if (phase.status === 'waiting')
      return phase.opensAt ? t('phase.opens', { time: clockOf(phase.opensAt) }) : t('phase.waiting');
    return t('phase.count', { done: phase.done, total: phase.total });
  };
  return (
    <Card>
      <SectionNav
        label={t('phase.label')}
        items={view.phases
          .filter((phase) => phase.status !== 'outside')
          .map((phase) => ({
            id: phase.id,
            label: phase.title,
            icon: iconOf(phase),
            state: t(`phase.status.${phase.status}`),
            count: countOf(phase),
            late: phase.late > 0,
          }))}
        dense
        current={current ?? ''}
        onChoose={onChoose}
      />
    </Card>
  );
}

function iconOf(phase: PhaseView): IconName {
  if (phase.late > 0) return 'warning';
  if (phase.status === 'complete' || (phase.total > 0 && phase.done === phase.total)) return 'done';
  if (phase.status === 'past') return 'notApplicable';
  return phase.status === 'waiting' ? 'waiting' : 'open';
}
