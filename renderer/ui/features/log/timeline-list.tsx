import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { breaksTimes, changesDuring } from '../../../domain/workstation/clock-changes';
import { useBoxState, useNow } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Icon, type IconName } from '../../components/icon/icon';
import { clockSentence } from '../../frame/clock-sentence';
import { useTimeWords } from '../../strings/time-words';
import { nameOf } from '../checklist/initials';
import { problemStory, type ProblemStoryItem } from '../problems/problem-story';
import { timelineOf, type TimelineItem } from './timeline';
import styles from './timeline-list.module.css';

/** The story of the event, newest on top. */
export function Timeline({ event }: { readonly event: OutageState }) {
  const { t } = useTranslation(['log', 'problems']);
  const { t: inFrame } = useTranslation('frame');
  const words = useTimeWords();
  const now = useNow();
  const people = useBoxState((state) => state.vault?.people);
  const problems = useBoxState((state) => state.world.problems);
  const clock = useBoxState((state) => state.world.clock);
  const pages = useBoxState((state) => state.library.problems);
  const systems = useBoxState((state) => state.library.systems);
  const textOf = (item: TimelineItem): string => {
    switch (item.what) {
      case 'declared':
        return t('story.declared', { ward: event.ward, kind: t(`kind.${event.kind}`) });
      case 'resumed':
        return t('story.resumed');
      case 'ended':
        return t('story.ended');
      case 'joined':
        return t('story.joined', { ward: item.ward });
      case 'system':
        return [
          t(`story.${item.state}`, { system: systems.find((one) => one.id === item.system)?.title ?? item.system }),
          item.saidBy,
        ]
          .filter(Boolean)
          .join(' · ');
      case 'update':
        return [item.text, item.saidBy].filter(Boolean).join(' · ');
      case 'line':
        return item.line.text;
      case 'clock':
        return clockSentence(inFrame, words, item.change, now);
      case 'problem':
        return t(`problems:story.${item.story}`, { ...item });
    }
  };
  const byOf = (item: TimelineItem): string | null => {
    const by = item.what === 'line' ? item.line.by : 'by' in item ? item.by : undefined;
    return by === undefined ? null : nameOf(by, people);
  };
  return (
    <Card title={t('story.title')}>
      <ol className={styles.list}>
        {timelineOf(event, problemStory(problems, event.id, pages), changesDuring(clock, event.id)).map((item) => (
          <li key={item.id} className={styles.item} data-tone={toneOf(item)}>
            <span className={styles.time}>{words.moment(item.occurredAt, now)}</span>
            <Icon name={iconOf(item)} size={22} />
            <div className={styles.words}>
              <p>
                {item.what === 'line' && item.line.kind !== 'note' && <b>{t(`line.${item.line.kind}`)}: </b>}
                {textOf(item)}
              </p>
              {byOf(item) && <p className={styles.by}>{byOf(item)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const PROBLEM_ICONS = {
  opened: 'warning',
  failed: 'notApplicable',
  worked: 'done',
  escalated: 'call',
  taken: 'user',
  reopened: 'history',
  fixed: 'done',
  'worked-around': 'done',
  'not-this': 'minus',
} as const satisfies Record<ProblemStoryItem['story'], IconName>;

function iconOf(item: TimelineItem): IconName {
  if (item.what === 'line')
    return ({ note: 'message', decision: 'check', issue: 'warning', safety: 'critical' } as const)[item.line.kind];
  if (item.what === 'problem') return PROBLEM_ICONS[item.story];
  if (item.what === 'clock') return 'clock';
  if (item.what === 'update') return 'message';
  if (item.what === 'system') return item.state === 'up' ? 'done' : item.state === 'down' ? 'critical' : 'warning';
  return ({ declared: 'power', resumed: 'power', ended: 'done', joined: 'users' } as const)[item.what];
}

function toneOf(item: TimelineItem): 'critical' | 'warning' | undefined {
  if (item.what === 'problem') return item.story === 'opened' || item.story === 'reopened' ? 'warning' : undefined;
  if (item.what === 'clock') return breaksTimes(item.change) ? 'warning' : undefined;
  if (item.what !== 'line') return undefined;
  return item.line.kind === 'safety' ? 'critical' : item.line.kind === 'issue' ? 'warning' : undefined;
}
