import { hasValue } from '../../domain/form/answer-values';
import type { FormDefinition } from '../../domain/form/form';
import type { Slot } from '../../domain/form/form-tree';
import type { FormResponse } from '../../domain/form/response';
import { textOfAnswer, textOfAnswers } from '../../domain/form/text-of-answer';
import { enabledPlaces } from './collect-values';
import type { LabRecord, RecordSource } from './records';

const NOTES = [
  'contact',
  'result-to',
  'critical-to',
  'handling',
  'timed-at',
  'last-dose-at',
  'two-ids',
  'chain-of-custody',
];

/** The request of a laboratory requisition (F10); undefined when no test is asked for. */
export function collectLab(
  definition: FormDefinition,
  response: FormResponse,
  source: Omit<RecordSource, 'key'>,
): LabRecord | undefined {
  const { slots } = enabledPlaces(definition, response);
  const slot = (linkId: string): Slot | undefined => slots.find((one) => one.item.linkId === linkId);
  const text = (linkId: string): string | undefined => {
    const one = slot(linkId);
    const said = one === undefined ? '' : textOfAnswers(one.item, one.answers);
    return said === '' ? undefined : said;
  };
  const asked = slot('tests');
  const tests = (asked?.answers ?? []).filter(hasValue).map((answer) => {
    const label = asked === undefined ? '' : textOfAnswer(asked.item, answer);
    const coding = answer.valueCoding;
    const name = (coding?.code ?? label).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    return {
      text: coding?.display ?? label,
      key: `${source.serial ?? ''}/tests:${name}`,
      ...(coding === undefined ? {} : { coding }),
    };
  });
  if (tests.length === 0) return undefined;
  const priority = slot('priority')?.answers[0]?.valueCoding;
  const specimen = slot('specimen')?.answers.find(hasValue);
  const notes = NOTES.flatMap((linkId) => {
    const said = text(linkId);
    return said === undefined ? [] : [`${slot(linkId)?.item.text ?? linkId}: ${said}`];
  });
  const results = slots
    .filter((one) => one.item.linkId === 'results')
    .flatMap((one) => one.inner)
    .map((row) =>
      row.slots
        .map((cell) => textOfAnswers(cell.item, cell.answers))
        .filter((part) => part !== '')
        .join(', '),
    )
    .filter((line) => line !== '');
  const collectedAt = slot('collected-at')?.answers[0]?.valueDateTime;
  return {
    ...source,
    kind: 'lab',
    key: `${source.serial ?? ''}/request`,
    tests,
    ...(priority?.code === undefined
      ? {}
      : { priority: { code: priority.code, text: priority.display ?? priority.code } }),
    ...(specimen === undefined
      ? {}
      : {
          specimen: {
            text: specimen.valueCoding?.display ?? specimen.valueString ?? specimen.valueCoding?.code ?? '',
            ...(specimen.valueCoding === undefined ? {} : { coding: specimen.valueCoding }),
          },
        }),
    ...optional('tubes', text('tubes')),
    ...optional('collectedAt', collectedAt),
    ...optional('collectedBy', text('collected-by')),
    ...optional('requester', text('requester')),
    ...optional('contact', text('contact')),
    ...optional('details', text('clinical-details')),
    notes: [...notes, ...results.map((line) => `Result given by phone: ${line}`)],
  };
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: string });
}
