import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../app/ports';
import { Icon } from '../../components/icon/icon';
import { TextField } from '../../components/text-field/text-field';
import styles from './session.module.css';

const SEARCH_ABOVE = 12;

/** Everyone who can sign in here, by name; a search box once the list is long. */
export function PeopleList({
  people,
  chosen,
  onChoose,
  other,
  onOther,
  glass,
  onGlass,
}: {
  readonly people: readonly Person[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly other: boolean;
  readonly onOther: () => void;
  readonly glass: boolean;
  readonly onGlass: () => void;
}) {
  const { t } = useTranslation('session');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = people
    .filter((person) => person.name.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <div className={styles.people}>
      {people.length > SEARCH_ABOVE && <TextField label={t('search')} value={search} onChange={setSearch} />}
      <ul className={styles.list} aria-label={t('people')}>
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={styles.person}
              aria-pressed={person.id === chosen}
              onClick={() => onChoose(person.id)}
            >
              <Icon name="user" />
              <span className={styles.name}>{person.name}</span>
              <span className={styles.role}>{t(`role.${person.role}`)}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.person} aria-pressed={other} onClick={onOther}>
            <Icon name="key" />
            <span className={styles.name}>{t('otherKeys')}</span>
          </button>
        </li>
        <li>
          <button type="button" className={styles.person} aria-pressed={glass} onClick={onGlass}>
            <Icon name="warning" />
            <span className={styles.name}>{t('breakGlass.title')}</span>
          </button>
        </li>
      </ul>
    </div>
  );
}
