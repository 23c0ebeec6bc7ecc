import { useTranslation } from 'react-i18next';
import { runId } from '../../../domain/checklist/run';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { goTo } from '../../route/route';
import { roleIcon } from '../checklist/role-icon';
import styles from './role-cards.module.css';

const SHOWN = 4;

/** Every role card: take another role, or open one that nobody started here yet. */
export function RoleCards({ event, ward }: { readonly event: OutageState; readonly ward: string }) {
  const { t } = useTranslation('ready');
  const box = useBox();
  const checklists = useBoxState((state) => state.library.checklists);
  const runs = useBoxState((state) => state.world.runs.runs);
  const take = async (checklist: string): Promise<void> => {
    await box.checklists.start({ outage: event.id, ward, checklist });
    await box.saveSettings({ role: checklist });
    goTo('tasks', [checklist]);
  };
  const opened = (id: string): boolean => runs[runId(event.id, ward, id)] !== undefined;
  const first = checklists.filter((card, index) => index < SHOWN || opened(card.id));
  const more = checklists.filter((card) => !first.includes(card));
  const list = (cards: typeof checklists) => (
    <ul className={styles.list}>
      {cards.map((card) => (
        <li key={card.id}>
          <button type="button" className={styles.card} onClick={() => void take(card.id)}>
            <Icon name={roleIcon(card.role)} />
            <span className={styles.name}>{card.title}</span>
            <span className={styles.state}>{t(opened(card.id) ? 'during.running' : 'during.notOpened')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Card title={t('during.roles')}>
      {list(first)}
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{t('during.moreRoles', { count: more.length })}</summary>
          {list(more)}
        </details>
      )}
    </Card>
  );
}
