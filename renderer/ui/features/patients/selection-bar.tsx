import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon/icon';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import styles from './board.module.css';

/** What to do with the ticked lines. */
export function SelectionBar({
  chosen,
  onClear,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly onClear: () => void;
}) {
  const { t } = useTranslation('patients');
  const screens = useScreens();
  return (
    <div className={styles.selection} role="status">
      <b>{t('selection.count', { count: chosen.size })}</b>
      {screens.of('print') && (
        <Button
          size="sm"
          leftSection={<Icon name="printer" size={20} />}
          onClick={() => goTo('print', ['patients', ...chosen])}
        >
          {t('selection.print', { count: chosen.size })}
        </Button>
      )}
      <Button size="sm" onClick={onClear}>
        {t('selection.clear')}
      </Button>
    </div>
  );
}
