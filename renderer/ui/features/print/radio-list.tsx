import { Fragment, useEffect, useId, useRef } from 'react';
import styles from './radio-list.module.css';

/** One of a long list in groups; native radio buttons, each line its own large target. */
export function RadioList({
  label,
  groups,
  value,
  onChange,
}: {
  readonly label: string;
  readonly groups: readonly {
    readonly title: string;
    readonly items: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}) {
  const name = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  // A link may have chosen a line far down.
  useEffect(() => {
    list.current?.querySelector(':checked')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset ref={list}>
      <legend className="visually-hidden">{label}</legend>
      {groups.map((group) => (
        <Fragment key={group.title}>
          {group.title !== '' && <h3 className={styles.group}>{group.title}</h3>}
          {group.items.map((item) => (
            <label key={item.value} className={styles.line}>
              <input
                type="radio"
                className={styles.dot}
                name={name}
                checked={item.value === value}
                onChange={() => onChange(item.value)}
              />
              {item.label}
            </label>
          ))}
        </Fragment>
      ))}
    </fieldset>
  );
}
