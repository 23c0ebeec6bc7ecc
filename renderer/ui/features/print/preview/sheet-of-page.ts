import type { PlannedSheet, PrintPlan } from '../../../../app/print-plan';

/** The sheet a page of the plan belongs to; undefined for paper without serials (checklists, runbooks). */
export function sheetOfPage(plan: PrintPlan, index: number): PlannedSheet | undefined {
  let end = 0;
  return plan.sheets.find((sheet) => {
    end += sheet.pages;
    return index < end;
  });
}
