import type { PatientFacts } from '../../renderer/domain/patient/patient';

const at = (time: string) => `2026-11-22T${time}:00+01:00`;

/** Somebody of the snapshot with a medicine for each part of a MAR. */
export const MAJA: PatientFacts = {
  family: 'Lindqvist',
  given: 'Maja',
  allergyStatus: 'listed',
  allergies: [{ substance: 'Latex' }],
  weightKg: 61.5,
  medicines: [
    {
      name: 'Metoprolol',
      dose: '50 mg',
      route: 'PO',
      frequency: 'twice daily',
      lastGivenAt: at('06:00'),
      nextDueAt: at('18:00'),
    },
    { name: 'Paracetamol', dose: '1 g', route: 'PO', frequency: 'every 6 hours as needed' },
    { name: 'Insulin lispro', dose: 'by scale', route: 'subcut', frequency: 'before meals' },
    { name: 'Sodium chloride 0.9 %', dose: '1,000 mL', route: 'IV', frequency: '100 mL/h' },
    { name: 'Furosemide', dose: '40 mg', route: 'IV', frequency: 'stat' },
  ],
};
