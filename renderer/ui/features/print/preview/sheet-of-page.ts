import type { PlannedSheet, PrintPlan } from '../../../../app/print-plan';

/** The sheet a page of the plan belongs to; undefined for paper without serials (checklists, runbooks). */
export function sheetOfPage(plan: PrintPlan, index: number): PlannedSheet | undefined {
  // A cover stands before the sheets.
  let end = plan.sheets.length === 0 ? 0 : plan.pages - plan.sheets.reduce((sum, { pages }) => sum + pages, 0);
  if (index < end) return undefined;
  return plan.sheets.find((sheet) => {
    end += sheet.pages;
    return index < end;
  });
}
