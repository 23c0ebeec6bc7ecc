import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutWhom } from '../../../domain/form/about-whom';
import { findForms } from '../../../domain/form/find-forms';
import type { FormDefinition } from '../../../domain/form/form';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { CheckList } from '../../components/check-list/check-list';
import { FindFormBox } from '../forms/find/find-form-box';
import { newestForms } from '../forms/list/newest-forms';
import styles from './print.module.css';
import type { Choices } from './use-choices';

/** Which forms, each with its number of pages on the chosen paper; those about the ward apart. */
export function FormsCard({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation(['print', 'forms']);
  const library = useBoxState((state) => state.library.forms);
  const forms = useMemo(() => newestForms(library), [library]);
  const [query, setQuery] = useState('');
  const shown = useMemo(() => findForms(forms, query), [forms, query]);
  const [first] = shown;
  const toggleFirst = (): void => {
    if (query.trim() === '' || !first) return;
    const { id } = first;
    choices.setForms(choices.forms.includes(id) ? choices.forms.filter((one) => one !== id) : [...choices.forms, id]);
  };
  const list = useRef<HTMLDivElement>(null);
  return (
    <Card
      title={t('forms')}
      aside={
        <FindFormBox
          value={query}
          onChange={setQuery}
          onEnter={toggleFirst}
          onDown={() => list.current?.querySelector('input')?.focus()}
        />
      }
    >
      <p className={styles.ticked} role="status">
        {choices.missing === 'forms' ? t('missing.forms') : t('ticked', { forms: choices.forms.join(', ') })}
      </p>
      <div ref={list} className={styles.list}>
        {shown.length === 0 && <p>{t('forms:find.noneTitle')}</p>}
        <Group
          label={t('forms:list.ofPatient')}
          forms={shown.filter((form) => aboutWhom(form) === 'patient')}
          choices={choices}
        />
        <Group
          label={t(choices.tile === 'blank' && choices.onlyWard ? 'forms:list.ofWard' : 'ofWardOnce')}
          forms={shown.filter((form) => aboutWhom(form) === 'ward')}
          choices={choices}
        />
      </div>
    </Card>
  );
}

function Group({
  label,
  forms,
  choices,
}: {
  readonly label: string;
  readonly forms: readonly FormDefinition[];
  readonly choices: Choices;
}) {
  const { t } = useTranslation('print');
  const box = useBox();
  const { paper } = choices;
  const items = useMemo(
    () =>
      forms.map((form) => ({
        value: form.id,
        label: `${form.id} ${form.title}`,
        aside: t('pages', { count: box.print.pagesOf(form.id, paper) }),
      })),
    [forms, box, paper, t],
  );
  return items.length === 0 ? null : (
    <CheckList label={label} items={items} value={choices.forms} onChange={choices.setForms} />
  );
}
