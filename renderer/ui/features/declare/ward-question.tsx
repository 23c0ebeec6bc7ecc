import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { ObjectCards } from '../../components/object-card/object-card';
import { TextField } from '../../components/text-field/text-field';
import styles from './declare.module.css';

/** 2 Where are you? This workstation's ward, or another one by name. */
export function WardQuestion({
  home,
  value,
  onChange,
  children,
}: {
  readonly home: string;
  readonly value: string;
  readonly onChange: (ward: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('declare');
  const [elsewhere, setElsewhere] = useState(false);
  const known = useBoxState((state) => state.snapshot?.patients.length);
  return (
    <ObjectCards
      legend={t('where')}
      columns={elsewhere ? 4 : 3}
      choices={[
        {
          value: 'home',
          icon: 'place',
          label: t('here', { ward: home }),
          detail: known === undefined ? t('hereDetail') : t('hereKnown', { count: known }),
        },
        { value: 'other', icon: 'hospital', label: t('elsewhere'), detail: t('elsewhereDetail') },
      ]}
      value={elsewhere ? 'other' : 'home'}
      onChange={(choice) => {
        setElsewhere(choice === 'other');
        onChange(choice === 'other' ? '' : home);
      }}
    >
      {elsewhere && (
        <div className={styles.other}>
          <TextField label={t('otherWard')} value={value} onChange={onChange} maxLength={60} />
        </div>
      )}
      {children}
    </ObjectCards>
  );
}
