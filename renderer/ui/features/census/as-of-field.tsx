import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isInstant } from '../../../domain/basics/time';
import { TextField } from '../../components/text-field/text-field';

const SHOWN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/;

/** When the list was true, with this list's own offset; every age in the app counts from it. */
export function AsOfField({ asOf, onChange }: { readonly asOf: string; readonly onChange: (asOf: string) => void }) {
  const { t } = useTranslation('census');
  const shown = `${asOf.slice(0, 10)} ${asOf.slice(11, 16)}`;
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const [, day, time] = SHOWN.exec(typed.trim()) ?? [];
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(asOf)?.[0] ?? 'Z';
  const instant = day === undefined || time === undefined ? '' : `${day}T${time}:00.000${offset}`;
  const wrong = !isInstant(instant);
  const take = (): void => {
    if (!wrong && typed !== shown) onChange(instant);
  };
  return (
    <div onBlur={take}>
      <TextField label={t('asOf')} hint={t('asOfHint')} value={typed} onChange={setTyped} onEnter={take} maxLength={16} error={wrong ? t('asOfWrong') : undefined} />
    </div>
  );
}
