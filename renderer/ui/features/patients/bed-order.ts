import type { BoardPatient } from '../../../domain/patient/board';

/** Natural order: bed 2-3 before 12-1, empty last. */
const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Ward, then bed, as a nurse walks. */
export function inBedOrder(patients: readonly BoardPatient[]): readonly BoardPatient[] {
  return patients.toSorted(
    (a, b) =>
      byText.compare(a.ward ?? '~', b.ward ?? '~') ||
      byText.compare(a.bed || '~', b.bed || '~') ||
      byText.compare(a.family, b.family),
  );
}

/** The bay of a bed label such as `2-3` or `7B-12A`: what stands before the last part. */
export function bayOf(bed: string | undefined): string | undefined {
  const parts = (bed ?? '').split(/[-/. ]+/).filter(Boolean);
  return parts.length > 1 ? parts.slice(0, -1).join('-') : undefined;
}

/** Bays worth a filter of their own: some, not one per bed. */
export function baysOf(patients: readonly BoardPatient[]): readonly string[] {
  const bays = [...new Set(patients.flatMap((one) => bayOf(one.bed) ?? []))].toSorted(byText.compare);
  return bays.length > 1 && bays.length <= 8 ? bays : [];
}

/** Whether somebody is here, or only away for a while. */
export function isHere({ presence }: Pick<BoardPatient, 'presence'>): boolean {
  return presence === 'present' || presence === 'off-unit';
}
