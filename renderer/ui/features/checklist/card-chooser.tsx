import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { Select } from '../../components/select/select';
import { goTo } from '../../route/route';

/** Another role's card. */
export function CardChooser({ current }: { readonly current: string }) {
  const { t } = useTranslation('checklist');
  const box = useBox();
  const checklists = useBoxState((state) => state.library.checklists);
  if (checklists.length < 2) return null;
  return (
    <Select
      label={t('chooser')}
      value={current}
      options={checklists.map((card) => ({ value: card.id, label: card.title }))}
      onChange={(id) => {
        void box.saveSettings({ role: id });
        goTo('tasks', [id]);
      }}
    />
  );
}
