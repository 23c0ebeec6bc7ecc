import { indexOf } from '../../domain/form/form-index';
import type { FormItem } from '../../domain/form/form';
import type { FormVersion } from '../../domain/form/forms-state';
import type { ResponseAnswer, ResponseItem } from '../../domain/form/response';
import { valueOfAnswer } from './collect-values';
import type { ExportForm } from './export-input';
import type { RecordValue } from './records';
import { identityColumns, tableOf, unitOf, valueText, type ExportTable, type TableContext } from './table';

/** Every version of every form. */
export function formsTable(context: TableContext): ExportTable {
  const versions = context.collected.forms.flatMap((form) =>
    form.signed.versions.map((version, at) => ({ form, version, at })),
  );
  return tableOf('forms', versions, {
    ...identityColumns(context, (one) => one.form.signed.patient),
    serial: ({ form }) => form.signed.serial,
    form: ({ form }) => form.signed.form,
    form_version: ({ form }) => form.signed.version,
    title: ({ form }) => form.definition?.title,
    version: ({ at }) => at + 1,
    status: ({ form, at }) => statusOf(form, at),
    occurred_at: ({ version }) => version.occurredAt,
    signed_at: ({ version }) => version.signature.signedAt,
    signed_by: ({ version }) => version.signature.name,
    role: ({ version }) => version.signature.role,
    reason: ({ form, version }) => form.signed.struck?.reason ?? version.reason,
    ward: ({ form }) => form.signed.ward,
  });
}

function statusOf({ signed }: ExportForm, at: number): string {
  if (signed.struck !== undefined) return 'struck-through';
  if (at < signed.versions.length - 1) return 'superseded';
  return at > 0 ? 'amended' : 'completed';
}

interface AnswerLine {
  readonly form: ExportForm;
  readonly version: FormVersion;
  readonly row: string;
  readonly given: ResponseItem;
  readonly answer: ResponseAnswer;
  readonly item: FormItem | undefined;
  readonly value: RecordValue | undefined;
}

/** Every answer of the version that counts, one line each, in the order of the form. */
export function answersTable(context: TableContext): ExportTable {
  return tableOf(
    'answers',
    context.collected.forms.flatMap((form) => answerLines(form)),
    {
      ...identityColumns(context, (one) => one.form.signed.patient),
      serial: ({ form }) => form.signed.serial,
      form: ({ form }) => form.signed.form,
      version: ({ form }) => form.signed.versions.length,
      row: ({ row }) => row,
      link_id: ({ given }) => given.linkId,
      question: ({ given, item }) => given.text ?? item?.text,
      answer: ({ value, answer }) => valueText(value, absentReason(answer)),
      unit: ({ value }) => unitOf(value),
      code: ({ item, answer }) => item?.code[0]?.code ?? answer.valueCoding?.code,
      system: ({ item, answer }) => item?.code[0]?.system ?? answer.valueCoding?.system,
      occurred_at: ({ version }) => version.occurredAt,
      signed_by: ({ version }) => version.signature.name,
      ward: ({ form }) => form.signed.ward,
    },
  );
}

/** Question and answer of one version in words, in the order of the form. */
export function answersInWords(form: ExportForm, version: FormVersion): readonly (readonly [string, string])[] {
  return answerLines(form, version).map(({ given, item, value, answer }) => [
    given.text ?? item?.text ?? given.linkId,
    [valueText(value, absentReason(answer)), unitOf(value)].filter((part) => part !== '').join(' '),
  ]);
}

function answerLines(form: ExportForm, version = form.signed.versions.at(-1)): readonly AnswerLine[] {
  if (version === undefined) return [];
  const index = form.definition === undefined ? undefined : indexOf(form.definition);
  const lines: AnswerLine[] = [];
  const visit = (items: readonly ResponseItem[], row: string): void => {
    for (const given of items) {
      const item = index?.byLinkId.get(given.linkId)?.item;
      for (const answer of given.answer ?? []) {
        const value = item === undefined ? plainAnswer(answer) : valueOfAnswer(item, answer);
        lines.push({ form, version, row, given, answer, item, value });
        visit(answer.item ?? [], row);
      }
      visit(given.item ?? [], given.id ?? row);
    }
  };
  visit(version.response.item ?? [], '');
  return lines;
}

function absentReason(answer: ResponseAnswer): string | undefined {
  const code = answer.extension?.map((extension) => extension['valueCode']).find((one) => typeof one === 'string');
  return typeof code === 'string' ? code : undefined;
}

/** An answer whose question is not here any more. */
function plainAnswer(answer: ResponseAnswer): RecordValue | undefined {
  const number = answer.valueInteger ?? answer.valueDecimal ?? answer.valueQuantity?.value;
  if (number !== undefined) return { kind: 'number', value: number };
  if (answer.valueBoolean !== undefined) return { kind: 'yes-no', value: answer.valueBoolean };
  const { valueString, valueDateTime, valueDate, valueTime, valueUri, valueCoding } = answer;
  const text =
    valueString ?? valueDateTime ?? valueDate ?? valueTime ?? valueUri ?? valueCoding?.display ?? valueCoding?.code;
  return text === undefined ? undefined : { kind: 'text', text };
}
