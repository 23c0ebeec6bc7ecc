import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutWhom } from '../../../domain/form/about-whom';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { CheckList } from '../../components/check-list/check-list';
import { newestForms } from '../forms/list/newest-forms';
import styles from './print.module.css';
import type { Choices } from './use-choices';

/** Which forms, each with its number of pages on the chosen paper. */
export function FormsCard({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const box = useBox();
  const library = useBoxState((state) => state.library.forms);
  const { paper } = choices;
  const items = useMemo(
    () =>
      newestForms(library)
        .filter((form) => choices.tile === 'blank' || aboutWhom(form) === 'patient')
        .map((form) => ({
          value: form.id,
          label: `${form.id} ${form.title}`,
          aside: t('pages', { count: box.print.pagesOf(form.id, paper) }),
        })),
    [library, box, paper, t, choices.tile],
  );
  return (
    <Card title={t('forms')}>
      <div className={styles.list}>
        <CheckList
          label={t('forms')}
          hideLabel
          items={items}
          value={choices.forms}
          onChange={choices.setForms}
          error={choices.missing === 'forms' ? t('missing.forms') : undefined}
        />
      </div>
    </Card>
  );
}
