import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon';
import { Kbd } from '../../../components/kbd/kbd';
import styles from './find-form-box.module.css';

/** Narrows a long list of forms as somebody types. Ctrl+F comes here, Enter takes the first, arrow down enters the list. */
export function FindFormBox({
  value,
  onChange,
  onEnter,
  onDown,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly onDown: () => void;
}) {
  const { t } = useTranslation('forms');
  const input = useRef<HTMLInputElement>(null);
  const onFind = useEffectEvent((event: globalThis.KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    input.current?.focus();
    input.current?.select();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => onFind(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    const act = { Enter: onEnter, ArrowDown: onDown, Escape: () => onChange('') }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.find}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t('find.label')}
        aria-keyshortcuts="Control+F"
        placeholder={t('find.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Kbd>Ctrl+F</Kbd>
    </div>
  );
}
