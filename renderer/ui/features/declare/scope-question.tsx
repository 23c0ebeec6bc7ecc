import { useTranslation } from 'react-i18next';
import type { OutagePreset } from '../../../app/library';
import { ObjectCards } from '../../components/object-card/object-card';
import { presetIcon } from './answers';

/** 1 What is down? In the words of the site's library. */
export function ScopeQuestion({
  presets,
  value,
  onChange,
}: {
  readonly presets: readonly OutagePreset[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('declare');
  return (
    <ObjectCards
      legend={t('what')}
      columns={4}
      choices={presets.map(({ id, title, hint }) => ({ value: id, icon: presetIcon(id), label: title, detail: hint }))}
      value={value}
      onChange={onChange}
    />
  );
}
