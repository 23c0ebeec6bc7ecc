import { useTranslation } from 'react-i18next';
import { runId } from '../../../domain/checklist/run';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { goTo } from '../../route/route';
import { roleIcon } from '../checklist/role-icon';
import styles from './role-cards.module.css';

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
  return (
    <Card title={t('during.roles')}>
      <ul className={styles.list}>
        {checklists.map((card) => (
          <li key={card.id}>
            <button type="button" className={styles.card} onClick={() => void take(card.id)}>
              <Icon name={roleIcon(card.role)} />
              <span className={styles.name}>{card.title}</span>
              <span className={styles.state}>{t(runs[runId(event.id, ward, card.id)] ? 'during.running' : 'during.notOpened')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
