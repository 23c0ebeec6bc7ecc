import type { TFunction } from 'i18next';
import type { PatientFacts } from '../../../domain/patient/patient';

/** What the allergy strip says. Unknown is said as unknown, never as none. */
export function allergyWords(
  facts: PatientFacts,
  t: TFunction<'components'>,
): { readonly text: string; readonly tone: 'critical' | 'warning' | 'quiet' } {
  switch (facts.allergyStatus) {
    case 'listed':
      return {
        text: t('patient.allergies', { list: facts.allergies.map((one) => one.substance).join(', ') }),
        tone: 'critical',
      };
    case 'none-known':
      return { text: t('patient.noneKnown'), tone: 'quiet' };
    case 'unable-to-obtain':
      return { text: t('patient.allergiesUnableToObtain'), tone: 'warning' };
    case 'not-in-snapshot':
      return { text: t('patient.allergiesNotInSnapshot'), tone: 'warning' };
  }
}
