import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon';
import styles from './copy-button.module.css';

const CONFIRM_MS = 8000;

/** Copies one value for pasting into the EHR. The tick stays long enough to be seen after looking up. */
export function CopyButton({ value, what }: { readonly value: string; readonly what: string }) {
  const { t } = useTranslation('components');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className={styles.copy}
      data-copied={copied || undefined}
      aria-label={copied ? t('copy.done') : t('copy.do', { what })}
      onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
    >
      <Icon name={copied ? 'check' : 'copy'} size={22} />
    </button>
  );
}
