// Units a ward writes, as UCUM. "Units" of insulin and heparin stay words: which unit they are depends on the medicine.
const UNITS: Readonly<Record<string, string>> = {
  mg: 'mg',
  g: 'g',
  kg: 'kg',
  ml: 'mL',
  l: 'L',
  mcg: 'ug',
  µg: 'ug',
  μg: 'ug',
  ug: 'ug',
  microgram: 'ug',
  micrograms: 'ug',
  mmol: 'mmol',
  meq: 'meq',
  ng: 'ng',
  tablet: '{tbl}',
  tablets: '{tbl}',
  tab: '{tbl}',
  tabs: '{tbl}',
  capsule: '{capsule}',
  capsules: '{capsule}',
  drop: '[drp]',
  drops: '[drp]',
  puff: '{puff}',
  puffs: '{puff}',
  unit: '{unit}',
  units: '{unit}',
};

/** A dose as a number with its unit, when the whole text is one ("47.5 mg", "1,5 g"); free text stays text. */
export function readDose(
  text: string | undefined,
): { readonly value: number; readonly unit: string; readonly ucum: string } | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([A-Za-zµμ]+)\.?$/.exec((text ?? '').trim());
  if (match === null) return undefined;
  const ucum = UNITS[(match[2] ?? '').toLowerCase()];
  const value = Number((match[1] ?? '').replace(',', '.'));
  return ucum === undefined || !Number.isFinite(value) ? undefined : { value, unit: match[2] ?? '', ucum };
}
