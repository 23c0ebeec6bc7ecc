import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutWhom } from '../../../../domain/form/about-whom';
import type { FormDefinition } from '../../../../domain/form/form';
import { hrefTo } from '../../../route/route';
import styles from './list.module.css';

/** Marks the links that arrow keys walk through. */
const LINK = 'data-form-link';

/** Every form on one screen, those about a patient apart from those about the ward. */
export function FormLibrary({ forms }: { readonly forms: readonly FormDefinition[] }) {
  const { t } = useTranslation('forms');
  return (
    // The arrows only move the focus between links that Tab reaches too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.groups} onKeyDown={walk}>
      <Group title={t('list.ofPatient')} forms={forms.filter((form) => aboutWhom(form) === 'patient')} />
      <Group title={t('list.ofWard')} forms={forms.filter((form) => aboutWhom(form) === 'ward')} />
    </div>
  );
}

/** Puts the focus on the first form. */
export function focusFirstForm(): void {
  document.querySelector<HTMLElement>(`[${LINK}]`)?.focus();
}

function Group({ title, forms }: { readonly title: string; readonly forms: readonly FormDefinition[] }) {
  const id = useId();
  if (forms.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      <ul className={styles.library}>
        {forms.map((form) => (
          <li key={form.id}>
            <a className={styles.form} href={hrefTo('forms', form.id)} {...{ [LINK]: '' }}>
              <span className={styles.id}>{form.id}</span>
              <span className={styles.words}>{form.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${LINK}]`)];
  const at = links.indexOf(event.target as HTMLElement);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (at < 0) return;
  const next = step === undefined ? lineAway(links, at, event.key) : links[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The link in the line below or above, in the same column or the last before it. */
function lineAway(links: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const here = links[at]?.getBoundingClientRect();
  if (!here || (key !== 'ArrowDown' && key !== 'ArrowUp')) return undefined;
  const places = links.map((link) => ({ link, box: link.getBoundingClientRect() }));
  const beyond = places.filter(({ box }) => (key === 'ArrowDown' ? box.top > here.bottom : box.bottom < here.top));
  const line = key === 'ArrowDown' ? beyond[0]?.box.top : beyond.at(-1)?.box.top;
  const inLine = beyond.filter(({ box }) => box.top === line);
  return (inLine.findLast(({ box }) => box.left <= here.left) ?? inLine[0])?.link;
}
