/**
 * The synthetic ward of the demo and the end-to-end tests: 24 invented patients of Ward 7B with what a census export of
 * the field carries. Nobody in it exists. Names test what breaks: accents, apostrophes, two with the same name, long ones.
 */
export interface SyntheticPatient {
  readonly family: string;
  readonly given: string;
  readonly born: string;
  readonly sex: 'F' | 'M';
  readonly mrn: string;
  readonly bed: string;
  /** As the source writes it; empty means the source says nothing, which is not "none". */
  readonly allergies: string;
  readonly weightKg: string;
  readonly doctor: string;
  readonly diagnosis: string;
}

const ROWS = `
GARCÍA|Ana|1951-03-02|F|9000131|7B-1-1|Penicillin (anaphylaxis)|61.5|Dr Okafor|Community-acquired pneumonia
OKONKWO|Peter|1980-08-14|M|9000148|7B-1-2|NKDA|84|Dr Okafor|Cellulitis left leg
LINDQVIST|Maja|1939-01-30|F|9000152|7B-1-3|Latex; Nuts (angioedema)|54.2|Dr Okafor|Hip fracture day 2
WEISS|Karl|1966-11-11|M|9000160|7B-1-4||92|Dr Marsh|Chest pain, rule out
TANAKA|Yuki|1999-06-05|F|9000173|7B-2-1|NKDA|52|Dr Marsh|Appendicectomy day 1
PATEL|Ravi|1972-10-12|M|9000181|7B-2-2|NKDA|77.4|Dr Marsh|Diabetic foot ulcer
D'ALMEIDA-FERREIRA|María José Consolação|1945-12-24|F|9000186|7B-2-3|Aspirin (bronchospasm)|68|Dr Marsh|COPD exacerbation
NÍ BHRIAIN|Sorcha|1972-09-19|F|9000188|7B-2-4|Codeine (vomiting)|70.3|Dr Okafor|Acute pancreatitis
ABDI|Hodan|1948-02-27|F|9000191|7B-3-1|NKDA|66|Dr Singh|Upper GI bleed
MÜLLER|Jürgen|1957-12-08|M|9000204|7B-3-2|NKDA|101|Dr Singh|Stroke day 3
PETROVA|Irina|1985-04-21|F|9000219|7B-3-3|Aspirin (urticaria)|58.8|Dr Singh|Iron deficiency anaemia
SMITH|John|1944-10-03|M|9000222|7B-3-4|NKDA|73|Dr Singh|Heart failure
HAILE|Tesfaye|1957-07-12|M|9000231|7B-4-1|NKDA|65|Dr Singh|Urosepsis
DUBOIS|Claire|1990-05-25|F|9000240|7B-4-2|NKDA|60|Dr Marsh|Pyelonephritis
KOWALCZYK|Zofia|1935-04-07|F|9000256|7B-4-3|Sulfamethoxazole (rash)|49.9|Dr Marsh|Delirium
O'CONNOR|Liam|1962-01-15|M|9000264|7B-4-4|None known|88|Dr Marsh|Alcohol withdrawal
SØRENSEN|Bjørn|1978-08-30|M|9000271|7B-5-1|NKDA|95.5|Dr Okafor|Pulmonary embolism
SMITH|John|1951-06-18|M|9000289|7B-5-2|Penicillin (rash)|79|Dr Okafor|Renal colic
NGUYỄN|Thị Hương|1988-11-02|F|9000295|7B-5-3|NKDA|47|Dr Okafor|Postpartum hypertension
IONESCU|Ștefan|1969-03-28|M|9000303|7B-5-4||83|Dr Singh|Liver cirrhosis
ADEYEMI|Folake|1994-07-07|F|9000318|7B-6-1|NKDA|71|Dr Singh|Sickle cell crisis
ÇELİK|Mehmet|1953-05-16|M|9000326|7B-6-2|Iodinated contrast (hypotension)|76|Dr Marsh|Bowel obstruction
ROSSI|Giulia|1941-09-09|F|9000334|7B-6-3|NKDA|55|Dr Marsh|Syncope
VAN DER MEER|Johanna|1930-02-11|F|9000342|7B-6-4|Morphine (confusion)|50.6|Dr Okafor|End of life care`;

/** All 24, in bed order. */
export const WARD_7B: readonly SyntheticPatient[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [
      family = '',
      given = '',
      born = '',
      sex = 'F',
      mrn = '',
      bed = '',
      allergies = '',
      weightKg = '',
      doctor = '',
      diagnosis = '',
    ] = row.split('|');
    return { family, given, born, sex: sex === 'M' ? 'M' : 'F', mrn, bed, allergies, weightKg, doctor, diagnosis };
  });

const day = (iso: string): string => iso.split('-').reverse().join('/');

const HEADS = [
  'Bed/Bay',
  'Pt Surname',
  'Pt Forename(s)',
  'D.O.B.',
  'Gender',
  'Hospital No.',
  'Allergy info',
  'Wt (kg)',
  'Consultant',
  'Reason for admission',
] as const;

/**
 * The census as a hospital's report writer exports it: title line, its own column names, semicolons, day first.
 * `renamed`: columns that nobody could know, by the name they usually have.
 */
export function ward7bCsv(renamed: Readonly<Partial<Record<(typeof HEADS)[number], string>>> = {}): string {
  const head = HEADS.map((name) => renamed[name] ?? name).join(';');
  const rows = WARD_7B.map((p) =>
    [p.bed, p.family, p.given, day(p.born), p.sex, p.mrn, p.allergies, p.weightKg, p.doctor, p.diagnosis]
      .map(quoted)
      .join(';'),
  );
  return `Ward census report - Ward 7B Medicine;;;;;;;;;\r\n${head}\r\n${rows.join('\r\n')}\r\n`;
}

function quoted(value: string): string {
  return /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Words that must never lie in plain text on disk: names, birth dates in several orders, numbers. */
export function patientMarkers(): readonly string[] {
  return WARD_7B.flatMap((p) => [p.family, p.given, p.born, day(p.born), p.mrn]).filter((word) => word.length > 4);
}
