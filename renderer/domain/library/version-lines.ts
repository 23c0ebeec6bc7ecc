import type { FormDefinition } from '../form/form';
import {
  isReviewOverdue,
  recordOf,
  versionsInUse,
  versionStateOf,
  type FormVersionRecord,
  type FormVersionsState,
  type VersionState,
} from './form-versions';

/** One version of a form for a list. */
export interface FormVersionLine {
  readonly definition: FormDefinition;
  readonly record: FormVersionRecord | undefined;
  readonly state: VersionState;
  /** Taken for new answers and new sheets. */
  readonly inUse: boolean;
  /** Approved once, but the content is no longer what was approved: it counts as a draft. */
  readonly contentChanged: boolean;
  readonly reviewDate?: string;
  readonly overdue: boolean;
}

/** Every version with where it stands; `today` is `YYYY-MM-DD`. By id, older versions first. */
export function versionLines(
  forms: readonly FormDefinition[],
  versions: FormVersionsState,
  today: string,
): readonly FormVersionLine[] {
  const inUse = versionsInUse(forms);
  return forms
    .map((definition): FormVersionLine => {
      const record = recordOf(versions, definition);
      const stands = versionStateOf(record, definition.source['status'] === 'retired');
      const contentChanged = stands === 'approved' && definition.status !== 'active';
      const { reviewDate } = definition;
      return {
        definition,
        record,
        state: contentChanged ? 'draft' : stands,
        inUse: inUse.get(definition.id) === definition,
        contentChanged,
        ...(reviewDate === undefined ? {} : { reviewDate }),
        overdue: stands !== 'retired' && isReviewOverdue(reviewDate, today),
      };
    })
    .toSorted((a, b) => a.definition.id.localeCompare(b.definition.id, 'en', { numeric: true }));
}
