import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../app/settings';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { NumberField } from '../../components/number-field/number-field';
import { Stack } from '../../components/page/page';
import styles from './manage.module.css';

/** Settings of this PC; each is saved as it is chosen. */
export function WorkstationSettings() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const settings = useBoxState((state) => state.settings);
  const save = (patch: Partial<Settings>): void => void box.saveSettings(patch);
  return (
    <Card title={t('section.workstation')}>
      <Stack>
        <ChoiceButtons
          label={t('settings.theme')}
          choices={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => theme && save({ theme })}
        />
        <ChoiceButtons
          label={t('settings.paper')}
          choices={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          value={settings.paper}
          onChange={(paper) => paper && save({ paper })}
        />
        <div className={styles.form}>
          <Limit
            label={t('settings.stale')}
            value={settings.staleAfterMinutes}
            onSave={(staleAfterMinutes) => save({ staleAfterMinutes })}
          />
          <Limit
            label={t('settings.old')}
            value={settings.oldAfterMinutes}
            onSave={(oldAfterMinutes) => save({ oldAfterMinutes })}
          />
          <Limit
            label={t('settings.lock')}
            value={settings.lockAfterMs / 60_000}
            onSave={(minutes) => save({ lockAfterMs: minutes * 60_000 })}
          />
        </div>
      </Stack>
    </Card>
  );
}

function Limit({
  label,
  value,
  onSave,
}: {
  readonly label: string;
  readonly value: number;
  readonly onSave: (value: number) => void;
}) {
  const { t } = useTranslation('manage');
  const [text, setText] = useState(String(value));
  const [typed, setTyped] = useState<number | null>(value);
  const bad = typed === null || typed <= 0;
  return (
    <NumberField
      label={label}
      unit={t('settings.min')}
      text={text}
      error={bad && text.trim() !== '' ? t('settings.positive') : undefined}
      onChange={(next, number) => {
        setText(next);
        setTyped(number);
      }}
      onBlur={() => !bad && typed !== value && onSave(typed)}
    />
  );
}
