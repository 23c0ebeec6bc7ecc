import { useMemo } from 'react';
import type { Draft } from '../../../../app/ports';
import { formOf } from '../../../../app/library';
import { latestVersion, type SignedForm } from '../../../../domain/form/forms-state';
import { toEpochMs } from '../../../../domain/basics/time';
import { currentOutage } from '../../../../domain/outage/projection';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBox, useBoxState } from '../../../box/box-context';

/** A draft of mine with the words a list needs. */
export interface DraftRow {
  readonly draft: Draft;
  readonly title: string;
  readonly patient: BoardPatient | undefined;
}

/** A signed form with the words a list needs. */
export interface SignedRow {
  readonly form: SignedForm;
  readonly title: string;
  readonly patient: BoardPatient | undefined;
  readonly by: string;
}

/** My drafts, and what was signed in this outage, newest first. */
export function useFormRecords(patient?: string): {
  readonly drafts: readonly DraftRow[];
  readonly signed: readonly SignedRow[];
} {
  const box = useBox();
  const board = useBoxState(() => box.patients.board());
  const allDrafts = useBoxState((state) => state.drafts);
  const forms = useBoxState((state) => state.world.forms);
  const library = useBoxState((state) => state.library);
  const book = useBoxState((state) => currentOutage(state.world.outages)?.id);
  return useMemo(() => {
    const byId = new Map(board.map((one) => [one.id, one]));
    const titleOf = (id: string, version: string): string => formOf(library, id, version)?.title ?? id;
    const wanted = (one: { readonly patient: string }): boolean => patient === undefined || one.patient === patient;
    const drafts = allDrafts.filter(wanted).toSorted((a, b) => toEpochMs(b.updatedAt) - toEpochMs(a.updatedAt));
    const signed = [...forms.bySerial.values()].filter((one) => one.book === book && wanted(one)).toReversed();
    return {
      drafts: drafts.map((draft) => ({
        draft,
        title: titleOf(draft.form, draft.version),
        patient: byId.get(draft.patient),
      })),
      signed: signed.map((form) => ({
        form,
        title: titleOf(form.form, form.version),
        patient: byId.get(form.patient),
        by: latestVersion(form).signature.name,
      })),
    };
  }, [board, allDrafts, forms, library, book, patient]);
}
