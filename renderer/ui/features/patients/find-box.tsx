import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon/icon';
import { Kbd } from '../../components/kbd/kbd';
import { useGlobalKeys } from '../../frame/keys';
import { cameByFindKey } from './find-key';
import styles from './board.module.css';

/** Find as you type over the whole board, or scan a wristband. F2 comes here from anywhere; Enter opens the only match. */
export function FindBox({
  value,
  onChange,
  onOpenOnly,
  onDown,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onOpenOnly: () => void;
  readonly onDown: () => void;
}) {
  const { t } = useTranslation('patients');
  const input = useRef<HTMLInputElement>(null);
  useGlobalKeys({ F2: () => input.current?.select() });
  useEffect(() => {
    // After the heading took the focus: reading starts there, typing here.
    if (cameByFindKey()) requestAnimationFrame(() => input.current?.focus());
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    const act = { Enter: onOpenOnly, ArrowDown: onDown, Escape: () => onChange('') }[event.key];
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
        data-takes-scan
        aria-label={t('find.label')}
        aria-keyshortcuts="F2"
        placeholder={t('find.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Kbd>F2</Kbd>
    </div>
  );
}
