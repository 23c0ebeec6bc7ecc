import type { FormDefinition } from '../../domain/form/form';
import type { Slot } from '../../domain/form/form-tree';
import type { FormResponse } from '../../domain/form/response';
import { isInstant } from '../../domain/basics/time';
import { textOfAnswers } from '../../domain/form/text-of-answer';
import { enabledPlaces } from './collect-values';
import type { ActRecord, MessageRecord, RecordSource } from './records';

/** Reads the answers of one form by linkId. */
interface Answers {
  text(linkId: string): string | undefined;
  instant(linkId: string): string | undefined;
  /** "Question: answer" for those that are answered. */
  lines(...linkIds: readonly string[]): readonly string[];
}

type Source = Omit<RecordSource, 'key'>;

const COLLECTORS: Readonly<
  Record<string, (answers: Answers, source: Source) => MessageRecord | ActRecord | undefined>
> = { F11: criticalCall, F14: transfusion, F20: resuscitation, F26: slip };

/** What was said to whom, or done to the patient, on forms that are about one such thing. */
export function collectAct(
  definition: FormDefinition,
  response: FormResponse,
  source: Source,
): MessageRecord | ActRecord | undefined {
  return COLLECTORS[definition.id]?.(answersOf(definition, response), source);
}

/** A critical result that was called and read back (F11). */
function criticalCall(answers: Answers, source: Source): MessageRecord | undefined {
  const test = answers.text('test');
  if (test === undefined) return undefined;
  const value = [answers.text('value'), answers.text('unit')].filter((one) => one !== undefined).join(' ');
  return {
    ...source,
    kind: 'message',
    key: `${source.serial ?? ''}/message`,
    topic: 'Critical result',
    text: [
      `${test}${value === '' ? '' : `: ${value}`}`,
      ...answers.lines('read-back', 'read-back-text', 'action'),
    ].join('\n'),
    occurredAt: answers.instant('read-back-at') ?? answers.instant('call-1-at') ?? source.occurredAt,
    ...optional('from', answers.text('caller')),
    ...optional('to', answers.text('recipient')),
  };
}

/** A phone message, a verbal order or a consult (F26). */
function slip(answers: Answers, source: Source): MessageRecord | undefined {
  const lines = [
    ...[answers.text('content')].filter((one) => one !== undefined),
    ...answers.lines('other-order', 'service', 'call-back', 'read-back', 'action'),
  ];
  if (lines.length === 0) return undefined;
  return {
    ...source,
    kind: 'message',
    key: `${source.serial ?? ''}/message`,
    topic: answers.text('kind') ?? 'Message',
    text: lines.join('\n'),
    occurredAt: answers.instant('at') ?? source.occurredAt,
    ...optional('from', answers.text('from')),
    ...optional('to', answers.text('to')),
  };
}

/** A resuscitation with its times and outcome (F20). */
function resuscitation(answers: Answers, source: Source): ActRecord | undefined {
  const start = answers.instant('found-at');
  if (start === undefined) return undefined;
  return {
    ...source,
    kind: 'act',
    key: `${source.serial ?? ''}/procedure`,
    name: 'Cardiopulmonary resuscitation',
    occurredAt: start,
    ...optional('until', answers.instant('end-at')),
    ...optional('by', answers.text('leader')),
    ...optional('outcome', answers.text('result')),
    notes: answers.lines('reason', 'shocks', 'airway-device', 'died-at', 'pronounced-by', 'summary'),
  };
}

/** The transfusion of one unit (F14). */
function transfusion(answers: Answers, source: Source): ActRecord | undefined {
  const start = answers.instant('start-at');
  if (start === undefined) return undefined;
  const component = answers.text('component-other') ?? answers.text('component') ?? 'blood component';
  return {
    ...source,
    kind: 'act',
    key: `${source.serial ?? ''}/procedure`,
    name: `Transfusion: ${component}`,
    occurredAt: start,
    ...optional('until', answers.instant('stop-at')),
    ...optional('by', answers.text('starter')),
    ...optional('outcome', answers.text('end-status')),
    notes: answers.lines('unit-no', 'check-1', 'check-2', 'volume', 'reaction', 'signs', 'treatment'),
  };
}

function answersOf(definition: FormDefinition, response: FormResponse): Answers {
  const { slots } = enabledPlaces(definition, response);
  const slotOf = (linkId: string): Slot | undefined => slots.find((one) => one.item.linkId === linkId);
  const text = (linkId: string): string | undefined => {
    const slot = slotOf(linkId);
    const said = slot === undefined ? '' : textOfAnswers(slot.item, slot.answers);
    return said === '' ? undefined : said;
  };
  return {
    text,
    instant(linkId) {
      const value = slotOf(linkId)?.answers[0]?.valueDateTime;
      return value !== undefined && isInstant(value) ? value : undefined;
    },
    lines: (...linkIds) =>
      linkIds.flatMap((linkId) => {
        const said = text(linkId);
        return said === undefined ? [] : [`${slotOf(linkId)?.item.text ?? linkId}: ${said}`];
      }),
  };
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: string });
}
