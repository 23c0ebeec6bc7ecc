import { useTranslation } from 'react-i18next';
import { Select } from '../../components/select/select';
import styles from './print.module.css';
import type { Choices } from './use-choices';

/** A pack for a kind of ward or a role, and for how long it is to last; what it holds is ticked beside. */
export function PackField({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const { pack, packs, hours, beds } = choices;
  return (
    <div className={styles.pair}>
      <Select
        label={t('pack.label')}
        value={pack?.id ?? null}
        empty={t('pack.none')}
        options={packs.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={choices.setPack}
        hint={pack && t('pack.beds', { count: beds })}
      />
      {pack && (
        <Select
          label={t('pack.hours')}
          value={String(hours)}
          options={[
            { value: '8', label: t('pack.of', { hours: 8 }) },
            { value: '24', label: t('pack.of', { hours: 24 }) },
          ]}
          onChange={(value) => choices.setHours(value === '24' ? 24 : 8)}
        />
      )}
    </div>
  );
}
