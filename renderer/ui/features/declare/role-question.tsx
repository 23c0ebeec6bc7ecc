import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist/checklist';
import { useBoxState } from '../../box/box-context';
import { ObjectCards } from '../../components/object-card/object-card';
import { Select } from '../../components/select/select';
import { roleIcon } from '../checklist/role-icon';
import styles from './declare.module.css';

const CARDS = 5;
const OTHER = 'other role';

/** The role this PC had last, else the first card. */
export function useFirstRole(): string | null {
  const last = useBoxState((state) => state.settings.role);
  const checklists = useBoxState((state) => state.library.checklists);
  return checklists.find((card) => card.id === last)?.id ?? checklists[0]?.id ?? null;
}

/** 3 What is your role now? Five cards; more roles stand behind the last one. */
export function RoleQuestion({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (role: string) => void;
}) {
  const { t } = useTranslation('declare');
  const checklists = useBoxState((state) => state.library.checklists);
  const shown = checklists.length > CARDS ? checklists.slice(0, CARDS - 1) : checklists;
  const hidden = checklists.slice(shown.length);
  const [other, setOther] = useState(hidden.some((card) => card.id === value));
  const choices = shown.map((card) => ({
    value: card.id,
    icon: roleIcon(card.role),
    label: card.title,
    detail: t('stepsFirst', { count: firstSteps(card) }),
  }));
  if (hidden.length > 0)
    choices.push({ value: OTHER, icon: 'dots', label: t('otherRole'), detail: t('otherRoleDetail') });
  return (
    <ObjectCards
      legend={t('role')}
      columns={CARDS}
      choices={choices}
      value={other ? OTHER : value}
      onChange={(choice) => {
        setOther(choice === OTHER);
        onChange(choice === OTHER ? (hidden[0]?.id ?? choice) : choice);
      }}
    >
      {other && (
        <div className={styles.other}>
          <Select
            label={t('otherRoleLabel')}
            value={value}
            onChange={onChange}
            options={hidden.map((card) => ({ value: card.id, label: card.title }))}
          />
        </div>
      )}
    </ObjectCards>
  );
}

function firstSteps(card: Checklist): number {
  return card.phases.find((phase) => phase.id === 'first-15')?.steps.length ?? 0;
}
