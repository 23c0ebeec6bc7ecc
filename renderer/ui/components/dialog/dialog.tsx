import { Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

/**
 * A question that must be answered first: focus stays inside, Esc is "no", focus returns to the opener. Confirm only
 * what cannot be undone, and name the object and the count on the button.
 */
export function Dialog({
  title,
  children,
  actions,
  onClose,
  size = 560,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly size?: number;
}) {
  const { t } = useTranslation('components');
  // Mantine gives the focus back when `opened` falls; ours is unmounted instead.
  const [opener] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  useEffect(() => () => opener?.focus(), [opener]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      classNames={{ title: styles.title, content: styles.content, header: styles.header }}
    >
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </Modal>
  );
}
