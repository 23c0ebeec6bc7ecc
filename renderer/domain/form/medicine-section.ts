import type { SnapshotMedicine } from '../patient/patient';

/** The parts of a MAR (forms.md F04). */
export type MedicineSection = 'once' | 'regular' | 'prn' | 'variable' | 'infusion';

/**
 * The part of the MAR a medicine of the snapshot is written into. Read from its own words; whatever does not say
 * otherwise is regular, and the frequency is printed as the EHR had it, so a wrong place is seen.
 */
export function medicineSection(medicine: SnapshotMedicine): MedicineSection {
  const how = [medicine.frequency, medicine.dose, medicine.route].filter((part) => part !== undefined).join(' ');
  if (/\b(prn|p\.r\.n|as needed|as required|if needed|when required)\b/i.test(how)) return 'prn';
  if (/\b(stat|once only|one[- ]time|single dose)\b/i.test(how)) return 'once';
  if (/\b(infusion|continuous|mL\/h(r|our)?|units\/h(r|our)?)\b/i.test(how)) return 'infusion';
  if (/\b(insulin|warfarin|heparin)\b/i.test(medicine.name)) return 'variable';
  return 'regular';
}

// Names, not classes: what kills when it is entered wrongly (ISMP list of high-alert medicines, acute care).
const HIGH_ALERT =
  /\b(insulin|heparin|warfarin|enoxaparin|dalteparin|apixaban|rivaroxaban|dabigatran|morphine|hydromorphone|oxycodone|fentanyl|methadone|ketamine|midazolam|propofol|potassium|magnesium sulfate|vasopressin|noradrenaline|norepinephrine|adrenaline|epinephrine|dopamine|amiodarone|digoxin|methotrexate|vincristine|rocuronium|vecuronium|suxamethonium|succinylcholine)\b/i;

/** Whether a text names a high-alert medicine. */
export function namesHighAlert(text: string): boolean {
  return HIGH_ALERT.test(text);
}
