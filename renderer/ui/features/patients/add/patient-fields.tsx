import { useTranslation } from 'react-i18next';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { DateField } from '../../../components/date-field/date-field';
import { NumberField } from '../../../components/number-field/number-field';
import { TextField } from '../../../components/text-field/text-field';
import styles from './add.module.css';
import type { NewPatient } from './new-patient';

/** The questions about somebody who is not on the list, in the order they are asked at a bedside. */
export function PatientFields({
  value,
  onChange,
  missing,
}: {
  readonly value: NewPatient;
  readonly onChange: (part: Partial<NewPatient>) => void;
  /** A field that must be filled first; shown after the button was pressed. */
  readonly missing: 'family' | 'allergies' | undefined;
}) {
  const { t } = useTranslation('patients');
  const known = value.known === 'known';
  return (
    <>
      <ChoiceButtons
        label={t('add.known')}
        hideLabel
        choices={[
          { value: 'known', label: t('add.nameKnown') },
          { value: 'unknown', label: t('add.nobodyKnows') },
        ]}
        value={value.known}
        onChange={(choice) => onChange({ known: choice ?? value.known })}
      />
      <div className={styles.pair}>
        {known ? (
          <>
            <TextField
              label={t('add.family')}
              value={value.family}
              onChange={(family) => onChange({ family })}
              maxLength={200}
              takesFocus
              error={missing === 'family' ? t('add.familyMissing') : undefined}
            />
            <TextField
              label={t('add.given')}
              value={value.given}
              onChange={(given) => onChange({ given })}
              maxLength={200}
            />
            <DateField
              label={t('add.born')}
              partial
              value={value.birthDate}
              onChange={(birthDate) => onChange({ birthDate })}
            />
            <TextField
              label={t('add.mrn')}
              hint={t('add.mrnHint')}
              value={value.mrn}
              onChange={(mrn) => onChange({ mrn })}
              maxLength={40}
            />
          </>
        ) : (
          <>
            <p className={styles.alias}>{t('add.alias')}</p>
            <NumberField
              label={t('add.age')}
              unit={t('add.years')}
              text={value.age}
              onChange={(age) => onChange({ age })}
            />
          </>
        )}
      </div>
      <ChoiceButtons
        label={t('add.sex')}
        choices={(['female', 'male', 'other', 'unknown'] as const).map((sex) => ({
          value: sex,
          label: t(`sex.${sex}`),
        }))}
        value={value.sex}
        onChange={(sex) => onChange({ sex })}
      />
      <ChoiceButtons
        label={t('add.allergies')}
        hint={value.allergyStatus === null ? t('add.allergiesHint') : undefined}
        choices={[
          { value: 'listed', label: t('add.listed') },
          { value: 'none-known', label: t('add.noneKnown') },
          { value: 'unable-to-obtain', label: t('add.unable') },
        ]}
        value={value.allergyStatus}
        onChange={(allergyStatus) => onChange({ allergyStatus })}
      />
      {value.allergyStatus === 'listed' && (
        <TextField
          label={t('add.which')}
          hint={t('add.whichHint')}
          value={value.allergies}
          onChange={(allergies) => onChange({ allergies })}
          error={missing === 'allergies' ? t('add.whichMissing') : undefined}
        />
      )}
      <div className={styles.pair}>
        <TextField label={t('add.ward')} value={value.ward} onChange={(ward) => onChange({ ward })} maxLength={60} />
        <TextField
          label={t('add.bed')}
          optional
          value={value.bed}
          onChange={(bed) => onChange({ bed })}
          maxLength={30}
        />
      </div>
    </>
  );
}
