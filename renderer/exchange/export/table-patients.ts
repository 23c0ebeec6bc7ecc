import type { BoardPatient, Link } from '../../domain/patient/board';
import type { QueueItem } from '../../domain/reconciliation/queue';
import type { ChecklistLine } from './export-input';
import { identityColumns, tableOf, type ExportTable, type TableContext } from './table';

/** Patients as the board ended. */
export function patientsTable({ collected, personName }: TableContext): ExportTable {
  return tableOf('patients', collected.patients, {
    mrn: (one) => one.mrn,
    downtime_number: (one) => one.downtimeNumber,
    visit_number: (one) => one.visitNumber,
    family: (one) => one.family,
    given: (one) => one.given,
    alias: (one) => one.alias,
    birth_date: (one) => one.birthDate,
    age_estimate: (one) => one.ageEstimateYears,
    sex: (one) => one.sex,
    ward: (one) => one.ward,
    bed: (one) => one.bed,
    presence: (one) => one.presence,
    arrived_at: (one) => one.arrivedAt,
    allergy_status: (one) => one.allergyStatus,
    allergies: allergyText,
    weight_kg: (one) => one.weightKg,
    code_status: (one) => one.codeStatus,
    linked_by: (one) => personName(one.links.findLast((link) => link.undone === undefined)?.by),
    written_here: (one) => one.writtenHere.join(' '),
  });
}

function allergyText(patient: BoardPatient): string {
  return patient.allergies
    .map(({ substance, reaction }) => (reaction === undefined ? substance : `${substance} (${reaction})`))
    .join('; ');
}

/** Which downtime number turned out to be whom. */
export function linksTable(context: TableContext): ExportTable {
  const links = context.collected.patients.flatMap(({ id, links: own }) => own.map((link) => ({ id, link })));
  return tableOf<{ readonly id: string; readonly link: Link }>('links', links, {
    ...identityColumns(context, (one) => one.id),
    linked_number: ({ link }) => link.downtimeNumber,
    linked_mrn: ({ link }) => link.mrn,
    linked_at: ({ link }) => link.at,
    linked_by: ({ link }) => context.personName(link.by),
    undone_at: ({ link }) => link.undone?.at,
    undone_reason: ({ link }) => link.undone?.reason,
  });
}

/** The log of the role cards. */
export function checklistTable({ input, personName }: TableContext): ExportTable {
  return tableOf<ChecklistLine>('checklist-log', input.checklists, {
    checklist: (one) => one.checklist,
    ward: (one) => one.ward,
    step: (one) => one.step,
    round: (one) => one.round,
    text: (one) => one.text,
    state: (one) => one.state,
    at: (one) => one.at,
    by: (one) => personName(one.by),
    evidence: (one) => one.evidence,
    reason: (one) => one.reason,
    undone: (one) => one.undone === true,
  });
}

/** What had to get back into the EHR, and who says it did. */
export function backEntryTable(context: TableContext): ExportTable {
  return tableOf<QueueItem>('back-entry', context.input.backEntry, {
    ...identityColumns(context, (one) => one.patient),
    serial: (one) => one.serial,
    item: (one) => one.item,
    what: (one) => one.label,
    owner: (one) => one.owner,
    disposition: (one) => one.disposition,
    priority: (one) => one.priority,
    state: (one) => one.state,
    occurred_at: (one) => one.occurredAt,
    marked_at: (one) => one.mark?.at,
    marked_by: (one) => context.personName(one.mark?.by),
    ehr_reference: (one) => one.mark?.ref,
    reason: (one) => one.mark?.reason,
    verified_at: (one) => one.check?.at,
    verified_by: (one) => context.personName(one.check?.by),
    ward: (one) => one.ward,
  });
}
