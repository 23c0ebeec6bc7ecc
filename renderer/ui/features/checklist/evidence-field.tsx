import { useTranslation } from 'react-i18next';
import type { ChecklistStep } from '../../../domain/checklist/checklist';
import { useBoxState } from '../../box/box-context';
import { NumberField } from '../../components/number-field/number-field';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';
import { Banner } from '../../components/banner/banner';
import styles from './evidence-field.module.css';

/** What a step asks for besides the tick: a number, some words, or a second person. */
export function EvidenceField({
  step,
  value,
  onChange,
  error,
  open,
}: {
  readonly step: ChecklistStep;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** Answered steps show their evidence with the answer. */
  readonly open: boolean;
}) {
  const { t } = useTranslation('checklist');
  const people = useBoxState((state) => state.vault?.people ?? NOBODY_HERE);
  if (step.evidence === 'tick' || !open)
    return error ? (
      <Banner tone="critical" live="alert">
        {error}
      </Banner>
    ) : null;
  const label = step.evidenceLabel ?? t(`evidence.${step.evidence}`);
  return (
    <div className={styles.field}>
      {step.evidence === 'number' && (
        <NumberField optional label={label} text={value} onChange={(text) => onChange(text)} error={error} />
      )}
      {step.evidence === 'text' && (
        <TextField
          optional
          label={label}
          hint={t('evidence.noNames')}
          value={value}
          onChange={onChange}
          error={error}
          maxLength={200}
        />
      )}
      {step.evidence === 'two-persons' && people.length > 0 && (
        <Select
          label={label}
          empty={t('evidence.choose')}
          value={value}
          onChange={onChange}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
          error={error}
        />
      )}
      {step.evidence === 'two-persons' && people.length === 0 && (
        <TextField label={label} value={value} onChange={onChange} error={error} maxLength={80} />
      )}
    </div>
  );
}

const NOBODY_HERE: readonly { readonly id: string; readonly name: string }[] = [];
