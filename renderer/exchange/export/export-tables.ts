import type { Collected } from './collect-records';
import type { ExportInput } from './export-input';
import type { ExportTable, TableContext } from './table';
import { answersTable, formsTable } from './table-forms';
import { backEntryTable, checklistTable, linksTable, patientsTable } from './table-patients';
import {
  allergiesTable,
  dosesTable,
  messagesTable,
  movesTable,
  ordersTable,
  proceduresTable,
  valuesTable,
} from './table-records';

/** One table per class, in the order they are written. */
const TABLES: readonly ((context: TableContext) => ExportTable)[] = [
  patientsTable,
  formsTable,
  answersTable,
  valuesTable,
  ordersTable,
  dosesTable,
  allergiesTable,
  movesTable,
  messagesTable,
  proceduresTable,
  linksTable,
  checklistTable,
  backEntryTable,
];

/** All tables of an export. */
export function exportTables(collected: Collected, input: ExportInput): readonly ExportTable[] {
  const byId = new Map(collected.patients.map((patient) => [patient.id, patient]));
  // Back-entry and checklists name patients and people beyond those something was written about.
  const board = new Map(input.patients.map((patient) => [patient.id, patient]));
  const names = new Map(input.people.map((person) => [person.id, person.name]));
  const context: TableContext = {
    collected,
    input,
    patient: (id) => byId.get(id) ?? board.get(id),
    personName: (id) => (id === undefined ? '' : (names.get(id) ?? id)),
  };
  return TABLES.map((make) => make(context));
}
