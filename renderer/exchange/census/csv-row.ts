import type { CsvRow } from '../csv/parse-rows';
import { readAllergyText } from './allergy-text';
import { readAge, readAgeSex, readWeightKg } from './cell-text';
import { addAlert, type DraftFacts } from './draft';
import type { Findings } from './findings';
import type { LoadedTable } from './load-tables';
import { readNameText } from './name-text';
import { bedLabel, readLocation } from './place-text';

/** Names: own columns, one column of whole names, or a whole name in the column of family names. */
export function readName(table: LoadedTable, row: CsvRow, facts: DraftFacts, findings: Findings): void {
  const whole = table.value(row, 'fullName');
  const family = table.value(row, 'family');
  if (family === undefined && whole !== undefined) {
    const name = readNameText(whole, table.mapping.nameOrder);
    facts.family = name.family;
    facts.given = name.given;
    if (!name.certain)
      findings.warn(
        'name-order-assumed',
        { file: table.file, column: table.name('fullName') },
        `Names without a comma were read as given name first, names in capitals kept whole. Say "nameOrder":"family-first" or "given-first" in the mapping.`,
      );
  } else {
    // Hospitals of France keep both: the name in use may be empty, the name at birth never is.
    facts.family = family ?? table.value(row, 'birthName') ?? '';
    // "SMITH, JOHN" in a column that is called last name only.
    if (/,\s*\S/.test(facts.family) && table.value(row, 'given') === undefined)
      Object.assign(facts, pickName(readNameText(facts.family)));
  }
  // "van den" + "Berg", "García" + "López": columns of their own, one family name on the wristband.
  facts.family = [table.value(row, 'familyPrefix'), facts.family, table.value(row, 'secondFamily')]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const given = [table.value(row, 'given') ?? facts.given, table.value(row, 'middle') ?? '']
    .filter((part) => part !== '')
    .join(' ');
  facts.given = given;
}

function pickName({ family, given }: { family: string; given: string }): { family: string; given: string } {
  return { family, given };
}

/** Age (when there is no birth date) and sex. */
export function readAgeAndSex(table: LoadedTable, row: CsvRow, facts: DraftFacts, sex: DraftFacts['sex']): void {
  const both = table.value(row, 'ageSex');
  const age = table.value(row, 'age');
  const years = age === undefined ? (both === undefined ? undefined : readAgeSex(both).age) : readAge(age);
  if (years !== undefined && facts.birthDate === undefined) facts.ageEstimateYears = years;
  if (sex !== undefined) facts.sex = sex;
}

/** Ward and bed; `otherWard` where the row names none. */
export function readPlace(table: LoadedTable, row: CsvRow, facts: DraftFacts, otherWard: string | undefined): void {
  const location = readLocation(table.value(row, 'location') ?? '');
  const ward = table.value(row, 'ward') ?? location.ward ?? otherWard;
  const bed = bedLabel(
    table.value(row, 'room') ?? '',
    table.value(row, 'bed') ?? (table.has('room') ? '' : (location.bed ?? '')),
  );
  if (ward !== undefined) facts.ward = ward;
  if (bed !== '') facts.bed = bed;
}

/** Everything else a row says. */
export function readRest(table: LoadedTable, row: CsvRow, facts: DraftFacts, findings: Findings): void {
  for (const field of ['attending', 'service', 'codeStatus', 'isolation', 'diagnosis', 'visitNumber'] as const) {
    const value = table.value(row, field);
    if (value !== undefined) facts[field] = value;
  }
  if (table.has('allergies')) {
    const { unclear, ...allergies } = readAllergyText(table.text(row, 'allergies'));
    Object.assign(facts, allergies);
    if (unclear === true)
      findings.warn(
        'allergies-unclear',
        { file: table.file, line: row.line, column: table.name('allergies') },
        'Some allergy entries say neither an allergy nor "no known allergies" (e.g. "None", "n/a"): taken as not in snapshot. Ask the patient.',
      );
  }
  const alerts = table.value(row, 'alerts');
  if (alerts !== undefined) for (const alert of alerts.split(/\s*[;|\n]\s*/)) if (alert !== '') addAlert(facts, alert);
  const died = table.value(row, 'deathDate');
  if (died !== undefined && !/^(no|n|false|0|alive|nein)$/i.test(died))
    addAlert(facts, 'Marked as deceased in the source');
  const substance = table.value(row, 'medicine');
  if (substance !== undefined)
    facts.medicines = substance
      .split(/\s*[;|\n]\s*/)
      .filter(Boolean)
      .map((name) => ({ name }));
  for (const [field, unit] of [
    ['weightKg', 'kg'],
    ['weightLb', 'lb'],
  ] as const) {
    const text = table.value(row, field);
    if (text === undefined || facts.weightKg !== undefined) continue;
    const kg = readWeightKg(text, unit);
    if (kg === undefined)
      findings.warn(
        'weight-unlikely',
        { file: table.file, line: row.line, column: table.name(field) },
        'Some weights are no weight of a person (0.2 to 400 kg) and were left out.',
      );
    else facts.weightKg = kg;
  }
}
