import { useTranslation } from 'react-i18next';
import { ObjectCards } from '../../components/object-card/object-card';
import { type Scope, SCOPES } from './answers';

/** 1 What is down? */
export function ScopeQuestion({ value, onChange }: { readonly value: Scope; readonly onChange: (value: Scope) => void }) {
  const { t } = useTranslation('declare');
  return (
    <ObjectCards
      legend={t('what')}
      columns={4}
      choices={SCOPES.map(({ id, icon }) => ({ value: id, icon, label: t(`scope.${id}`), detail: t(`scope.${id}Detail`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
