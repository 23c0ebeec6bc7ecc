import styles from './kbd.module.css';

/** The key that does the same, shown where the button is. Hidden from reading aloud: `aria-keyshortcuts` says it. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  );
}
