import type { CsvRow } from '../csv/parse-rows';
import type { SiteDefaults } from './census';
import { readBirthDates, readSexes } from './csv-columns';
import { readAgeAndSex, readName, readPlace, readRest } from './csv-row';
import { emptyFacts, type PatientDraft } from './draft';
import type { Findings } from './findings';
import type { LoadedTable } from './load-tables';
import { numberInName, readNameText } from './name-text';
import { wardOfBeds } from './place-text';

const EMPTY_BED =
  /^(empty|vacant|available|free|closed|blocked|cleaning|unoccupied|leer|frei|gesperrt|libre|vide|vuoto|libero|vrij|leeg|ledig|-+)\b/i;
const DAMAGED_NUMBER = /^\d([.,]\d+)?e\+?\d+$/i;

/** Reads the patient table: one draft per row; every row that cannot be used is refused with its line and column. */
export function readPatientTable(
  table: LoadedTable,
  site: SiteDefaults,
  findings: Findings,
): { readonly drafts: readonly PatientDraft[]; readonly read: number } {
  const { file } = table;
  if (!table.has('family') && !table.has('birthName') && !table.has('fullName') && !table.has('given')) {
    findings.refuse(
      'no-name-column',
      { file, line: table.seen.headerLine },
      'No column with patient names was recognised. Name the columns in a mapping, e.g. {"columns":{"<column>":"fullName","<column>":"mrn"}}, with --map FILE. Columns without a header are called "Column 1", "Column 2" and so on.',
    );
    return { drafts: [], read: table.rows.length + table.lostRows };
  }
  const numberField = chooseNumber(table, findings);
  const groups: WardHeadings = { of: new Map() };
  const rows = table.rows.filter((row) => keepRow(row, table, groups, findings));
  const births = readBirthDates(table, rows, site.now, findings);
  const sexes = readSexes(table, rows, findings);
  const beds = rows.map((row) => table.value(row, 'bed') ?? '');
  const fallbackWard = table.has('ward') || table.has('location') ? undefined : wardOfBeds(beds, site.ward);
  if (fallbackWard !== undefined)
    findings.warn(
      'ward-from-beds',
      { file, column: table.name('bed') },
      `No column names the ward; it was taken from the beds, which all begin with "${fallbackWard}".`,
    );
  const decimals =
    numberField !== undefined && rows.every((row) => (table.value(row, numberField) ?? '.0').endsWith('.0'));
  const drafts: PatientDraft[] = [];
  rows.forEach((row, at) => {
    const where = { file, line: row.line };
    const birth = births[at];
    if (birth !== undefined && !birth.ok) return;
    const facts = emptyFacts();
    readName(table, row, facts, findings);
    const mrn =
      numberField === undefined
        ? undefined
        : numberField === 'fullName'
          ? numberInName(table.text(row, 'fullName'))
          : table.value(row, numberField)?.replace(decimals ? /\.0$/ : /$^/, '');
    if (mrn !== undefined && DAMAGED_NUMBER.test(mrn)) {
      findings.refuse(
        'number-damaged',
        { ...where, column: table.name(numberField ?? 'mrn') },
        `Line ${row.line}: the number was turned into an exponent by a spreadsheet and its digits are lost. Export again with this column as text.`,
      );
      return;
    }
    const nameless = facts.family === '' && facts.given === '';
    if (nameless && mrn === undefined) {
      findings.refuse(
        'no-identity',
        where,
        `Line ${row.line}: neither a name nor a number; complete the line or remove it.`,
      );
      return;
    }
    if (nameless) findings.warn('name-missing', where, `Line ${row.line}: no name; the patient is shown by number.`);
    if (mrn === undefined || /^(0+|x+)$/i.test(mrn))
      findings.warn('mrn-missing', where, `Line ${row.line}: no MRN; the patient is kept without one.`);
    else facts.mrn = mrn;
    if (birth?.date !== undefined) facts.birthDate = birth.date;
    readAgeAndSex(table, row, facts, sexes[at]);
    readPlace(table, row, facts, groups.of.get(row) ?? fallbackWard);
    readRest(table, row, facts, findings);
    const refs = [table.value(row, 'otherId'), table.value(row, 'mrn'), facts.mrn].filter((ref) => ref !== undefined);
    drafts.push({ facts, where, refs });
  });
  askNameOrder(table, rows, findings);
  return { drafts, read: rows.length + table.lostRows };
}

/** Whole names without comma or capitals: read by habit, and asked about. */
function askNameOrder(table: LoadedTable, rows: readonly CsvRow[], findings: Findings): void {
  if (!table.has('fullName') || table.has('family')) return;
  const open = rows.filter((row) => !readNameText(table.value(row, 'fullName') ?? '', table.mapping.nameOrder).certain);
  const [first] = open;
  if (first === undefined) return;
  findings.ask({
    code: 'name-order',
    file: table.file,
    column: table.name('fullName'),
    rows: open.length,
    blocking: false,
    example: table.text(first, 'fullName'),
    choices: [
      { label: 'Given name first (Jane Doe)', answer: { nameOrder: 'given-first' } },
      { label: 'Family name first (Doe Jane)', answer: { nameOrder: 'family-first' } },
    ],
  });
}

/** The column that serves as MRN; another identifier when there is none, and then it is said. */
function chooseNumber(
  table: LoadedTable,
  findings: Findings,
): 'mrn' | 'otherId' | 'visitNumber' | 'fullName' | undefined {
  if (table.has('mrn')) return 'mrn';
  const where = { file: table.file, line: table.seen.headerLine };
  if (
    table.rows.length > 0 &&
    table.rows.filter((row) => numberInName(table.text(row, 'fullName')) !== undefined).length >=
      table.rows.length * 0.8
  ) {
    findings.warn(
      'mrn-from-name',
      { ...where, column: table.name('fullName') },
      `No column is called MRN; the number behind the names in "${table.name('fullName')}" is used.`,
    );
    return 'fullName';
  }
  const other = (['otherId', 'visitNumber'] as const).find((field) => table.has(field));
  if (other === undefined) {
    findings.warn(
      'no-number-column',
      where,
      'No column with a patient number was recognised; patients are told apart by name and birth date only. Map the column to "mrn" if there is one.',
    );
    return undefined;
  }
  findings.warn(
    'mrn-from-other-column',
    { ...where, column: table.name(other) },
    `No column is called MRN; "${table.name(other)}" is used as the patient number. Map the right column to "mrn" if this is wrong.`,
  );
  return other;
}

/** Ward headings between rows: the one in force, and the one each row stood under. */
interface WardHeadings {
  current?: string;
  readonly of: Map<CsvRow, string>;
}

/** Leaves out empty beds and headings between groups; a heading that names a ward holds for the rows below it. */
function keepRow(row: CsvRow, table: LoadedTable, groups: WardHeadings, findings: Findings): boolean {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const ward = /^(?:ward|unit|station|unite|reparto|afdeling)\s*[:\-–]?\s*(.+)$/i.exec(filled[0] ?? '')?.[1];
  const where = { file: table.file, line: row.line };
  if (filled.length === 1 && table.columns.length > 2 && ward !== undefined && !table.has('ward')) {
    groups.current = ward.trim();
    findings.warn('group-heading', where, 'A line that only names a ward was taken as heading of the lines below it.');
    return false;
  }
  if (groups.current !== undefined) groups.of.set(row, groups.current);
  const name = table.text(row, 'family') || table.text(row, 'fullName') || table.text(row, 'given');
  const number = table.value(row, 'mrn');
  const bed = table.value(row, 'bed') ?? table.value(row, 'location') ?? table.value(row, 'room');
  if (number === undefined && bed !== undefined && (EMPTY_BED.test(name) || (name === '' && filled.length <= 3))) {
    findings.warn('empty-bed', { file: table.file }, 'Lines of empty beds were left out.');
    return false;
  }
  return true;
}
