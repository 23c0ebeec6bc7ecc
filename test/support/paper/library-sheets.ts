import { shippedForms } from '../../../renderer/content/forms';
import { aboutWhom } from '../../../renderer/domain/form/about-whom';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import type { Patient, SnapshotMedicine } from '../../../renderer/domain/patient/patient';
import type { FormSheet } from '../../../renderer/exchange/print/form-sheet';

const medicine = (name: string, dose: string, route: string, frequency: string): SnapshotMedicine => ({
  name,
  dose,
  route,
  frequency,
  lastGivenAt: '2026-11-22T06:00:00+01:00',
  nextDueAt: '2026-11-22T18:00:00+01:00',
});

/** The longest a ward really meets: two family names, many allergies, everything known, ten medicines. */
export const LONGEST: Patient = {
  id: 'p-long',
  family: 'Wickramasinghe-Featherstonehaugh',
  given: 'Alexandrina Maximiliana Theodora',
  birthDate: '1939-01-30',
  sex: 'female',
  mrn: '9000152-0047',
  visitNumber: 'V-2026-1122-0077',
  downtimeNumber: 'D-7B02-0001-K',
  ward: '7B West',
  bed: '12-3',
  attending: 'Dr Oluwaseun Okafor-Lindqvist',
  service: 'Trauma surgery and orthopaedics',
  weightKg: 161.5,
  codeStatus: 'Do not resuscitate, do not intubate',
  isolation: 'Contact-enteric and droplet',
  alerts: ['Falls', 'Aspiration', 'Bleeding', 'Difficult airway', 'Suicide risk'],
  diagnosis: 'Fracture of the left neck of femur, day 2 after hemiarthroplasty; acute kidney injury',
  allergyStatus: 'listed',
  allergies: [
    { substance: 'Penicillin', reaction: 'anaphylaxis', severity: 'severe' },
    { substance: 'Latex', reaction: 'contact dermatitis' },
    { substance: 'Iodinated contrast', reaction: 'bronchospasm', severity: 'severe' },
    { substance: 'Sulfamethoxazole with trimethoprim', reaction: 'rash' },
  ],
  medicines: [
    medicine('Metoprolol succinate modified release', '47.5 mg', 'PO', 'twice daily'),
    medicine('Amoxicillin with clavulanic acid', '1,000 mg with 200 mg', 'IV', 'every 8 hours'),
    medicine('Paracetamol', '1 g', 'PO', 'every 6 hours as needed'),
    medicine('Insulin lispro', 'by scale', 'subcut', 'before meals'),
    medicine('Insulin glargine', '24 units', 'subcut', 'every evening at 21:00'),
    medicine('Sodium chloride 0.9 % with potassium chloride 20 mmol', '1,000 mL', 'IV', '100 mL/h'),
    medicine('Furosemide', '40 mg', 'IV', 'stat'),
    medicine('Enoxaparin sodium', '40 mg', 'subcut', 'daily'),
    medicine('Levothyroxine sodium', '75 micrograms', 'PO', 'every morning before breakfast'),
    medicine('Ondansetron', '4 mg', 'IV', 'every 8 hours as needed'),
  ],
  observations: [{ name: 'Heart rate', value: '88', unit: '/min', at: '2026-11-22T05:00:00+01:00' }],
  snapshotAsOf: '2026-11-22T06:15:00+01:00',
  presence: 'present',
  writtenHere: [],
};

/** Every form of the library blank, and filled from the snapshot for somebody with the longest data. */
export function librarySheets(mode: 'blank' | 'prefill'): readonly FormSheet[] {
  return shippedForms().map(({ definition }, index) => {
    const serial = `DT-7B02-${String(index + 1).padStart(4, '0')}-K`;
    if (mode === 'blank') return { form: definition, serial, mode };
    const response = prefillForm({
      definition,
      response: newResponse(definition),
      facts: LONGEST,
      asOf: '2026-11-22T06:15:00+01:00',
    });
    if (aboutWhom(definition) === 'ward') return { form: definition, serial, mode, response, ward: '7B West' };
    return { form: definition, serial, mode, patient: LONGEST, nameAlert: true, response };
  });
}
