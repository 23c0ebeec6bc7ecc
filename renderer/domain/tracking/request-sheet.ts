import { isInstant, toEpochMs, type Instant } from '../basics/time';
import type { FormDefinition } from '../form/form';
import { treeOf, type Slot } from '../form/form-tree';
import { latestVersion, type SignedForm } from '../form/forms-state';
import { textOfAnswers } from '../form/text-of-answer';
import type { TrackingAct } from './projection';
import type { RequestKind } from './request-kinds';

/** One test, exam or component that was asked for. */
export interface RequestTest {
  readonly code: string;
  readonly label: string;
}

/** A step the form itself tells. */
export type WrittenStep = Omit<TrackingAct, 'entry'>;

/** A signed request as its form tells it. */
export interface RequestSheet {
  readonly serial: string;
  readonly book: string;
  readonly form: string;
  readonly patient: string;
  readonly kind: RequestKind;
  readonly priority: string;
  readonly priorityLabel: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  /** Waiting counts from here in epoch ms: the request, or the time a timed sample is due. */
  readonly startMs: number;
  readonly neededByMs?: number;
  readonly tests: readonly RequestTest[];
  readonly contact: string;
  readonly resultTo: string;
  readonly written: readonly WrittenStep[];
  readonly struck: boolean;
}

const DAY_MS = 86_400_000;

/** Reads a signed form as a request, by the version that counts now. */
export function requestSheet(form: SignedForm, definition: FormDefinition, kind: RequestKind): RequestSheet {
  const { byLinkId } = treeOf(definition, latestVersion(form).response);
  const slotsOf = (linkId: string | undefined): readonly Slot[] =>
    (linkId === undefined ? undefined : byLinkId.get(linkId)) ?? [];
  const answerOf = (linkId: string | undefined) => slotsOf(linkId).flatMap((slot) => slot.answers)[0];
  const textOf = (linkId: string | undefined): string =>
    slotsOf(linkId)
      .map((slot) => textOfAnswers(slot.item, slot.answers))
      .filter(Boolean)
      .join(', ');
  const first = form.versions[0] ?? latestVersion(form);
  const neededBy = answerOf(kind.neededBy)?.valueDateTime;
  return {
    serial: form.serial,
    book: form.book,
    form: form.form,
    patient: form.patient,
    kind,
    priority: answerOf(kind.priority)?.valueCoding?.code ?? '',
    priorityLabel: textOf(kind.priority),
    requestedAt: first.occurredAt,
    requestedBy: first.by,
    startMs: startOf(first.occurredAt, answerOf(kind.startsAt)?.valueTime),
    ...(neededBy !== undefined && isInstant(neededBy) ? { neededByMs: toEpochMs(neededBy) } : {}),
    tests: testsOf(kind, slotsOf, textOf),
    contact: textOf(kind.contact),
    resultTo: textOf(kind.resultTo),
    written: kind.written.flatMap(({ step, at, by, when }): readonly WrittenStep[] => {
      const occurredAt = answerOf(at)?.valueDateTime;
      if (occurredAt === undefined || !isInstant(occurredAt)) return [];
      if (when !== undefined && answerOf(when)?.valueBoolean !== true) return [];
      const { at: noted, by: author } = latestVersion(form);
      const givenBy = step === 'called' ? { givenBy: textOf(by) } : {};
      return [{ step, occurredAt, at: noted, by: author, ...givenBy }];
    }),
    struck: form.struck !== undefined,
  };
}

function testsOf(
  kind: RequestKind,
  slotsOf: (linkId: string) => readonly Slot[],
  textOf: (linkId: string) => string,
): readonly RequestTest[] {
  if (kind.oneTest) {
    const label = kind.oneTest.map(textOf).filter(Boolean).join(', ');
    return [{ code: 'exam', label }];
  }
  const found = new Map<string, RequestTest>();
  for (const slot of kind.tests.flatMap(slotsOf))
    for (const answer of slot.answers) {
      const label = textOfAnswers(slot.item, [answer]);
      const code = answer.valueCoding?.code ?? label;
      if (code !== '' && !found.has(code)) found.set(code, { code, label });
    }
  // A request that names nothing is still waited for.
  return found.size > 0 ? [...found.values()] : [{ code: 'request', label: '' }];
}

/** The first such time of day at or after the request, on the ward's clock as the request was written. */
function startOf(requestedAt: Instant, time: string | undefined): number {
  const requested = toEpochMs(requestedAt);
  const [, offset = 'Z'] = /(Z|[+-]\d\d:\d\d)$/.exec(requestedAt) ?? [];
  const due = time === undefined ? '' : `${requestedAt.slice(0, 10)}T${time.slice(0, 5)}:00${offset}`;
  if (!isInstant(due)) return requested;
  return toEpochMs(due) < requested - 60_000 ? toEpochMs(due) + DAY_MS : Math.max(toEpochMs(due), requested);
}
