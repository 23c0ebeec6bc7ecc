import { Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

const NO_TRANSITION = { duration: 0 };
const CLASS_NAMES = { content: styles.content ?? '' };

/**
 * A question that must be answered first: focus stays inside, Esc is "no", focus returns to the opener. Confirm only
 * what cannot be undone, and name the object and the count on the button.
 */
export function Dialog({
  title,
  children,
  actions,
  onClose,
  size = 640,
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
    <Modal.Root
      opened
      centered
      lockScroll={false}
      radius={8}
      size={size}
      transitionProps={NO_TRANSITION}
      classNames={CLASS_NAMES}
      onClose={onClose}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* No Modal.Header: its header element would be a second banner of the page. */}
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('dialog.close')} />
        </div>
        <Modal.Body>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
