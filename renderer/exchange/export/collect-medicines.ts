import { hasValue, snapshotTimeOf } from '../../domain/form/answer-values';
import type { FormDefinition } from '../../domain/form/form';
import type { Container, Slot } from '../../domain/form/form-tree';
import type { FormResponse } from '../../domain/form/response';
import { isInstant } from '../../domain/basics/time';
import { textOfAnswers } from '../../domain/form/text-of-answer';
import { enabledPlaces, rowPath } from './collect-values';
import type { DoseRecord, OrderRecord, RecordSource } from './records';

/** Parts of the MAR: linkId of the group -> prefix of the linkIds in it. */
const SECTIONS = { once: 'once', regular: 'regular', prn: 'prn', variable: 'variable', infusions: 'infusion' } as const;

/** Codes of the chart under which a medicine went into the patient; the others are reasons why not. */
const GIVEN = ['G', 'S'];

/** Orders and doses of a medication administration record (F04). */
export function collectMedicines(
  definition: FormDefinition,
  response: FormResponse,
  source: Omit<RecordSource, 'key'>,
): { readonly orders: readonly OrderRecord[]; readonly doses: readonly DoseRecord[] } {
  const { slots } = enabledPlaces(definition, response);
  const orders: OrderRecord[] = [];
  const doses: DoseRecord[] = [];
  const names = rosterNames(slots);
  for (const [group, prefix] of Object.entries(SECTIONS))
    for (const slot of slots.filter((one) => one.item.linkId === group))
      for (const row of slot.inner) {
        const order = readOrder(row, prefix, source);
        if (order === undefined) continue;
        orders.push(order);
        doses.push(...readDoses(row, prefix, order, source, names));
      }
  return { orders, doses };
}

type Prefix = (typeof SECTIONS)[keyof typeof SECTIONS];

function readOrder(row: Container, prefix: Prefix, source: Omit<RecordSource, 'key'>): OrderRecord | undefined {
  const drug = textIn(row, `${prefix}-drug`);
  if (drug === undefined) return undefined;
  return {
    ...source,
    kind: 'order',
    key: `${source.serial ?? ''}/${rowPath(row)}`,
    section: prefix,
    drug,
    ...optional(
      'dose',
      textIn(row, `${prefix}-dose`) ?? textIn(row, `${prefix}-scale`) ?? textIn(row, `${prefix}-concentration`),
    ),
    ...optional('route', textIn(row, `${prefix}-route`)),
    ...optional('frequency', textIn(row, `${prefix}-frequency`) ?? textIn(row, `${prefix}-rate`)),
    ...optional('indication', textIn(row, `${prefix}-indication`)),
    ...optional('prescriber', textIn(row, `${prefix}-prescriber`)),
    ...optional('maximum', textIn(row, `${prefix}-max`)),
    inEhr: cameFromEhr(row, [
      `${prefix}-drug`,
      `${prefix}-dose`,
      `${prefix}-route`,
      `${prefix}-frequency`,
      `${prefix}-scale`,
      `${prefix}-concentration`,
      `${prefix}-rate`,
    ]),
  };
}

/** The drug came over from the snapshot, and nothing of the order was changed here. */
function cameFromEhr(row: Container, linkIds: readonly string[]): boolean {
  const filled = row.slots.filter((slot) => linkIds.includes(slot.item.linkId) && slot.answers.some(hasValue));
  return (
    filled.length > 0 && filled.every((slot) => slot.answers.every((answer) => snapshotTimeOf(answer) !== undefined))
  );
}

function readDoses(
  row: Container,
  prefix: Prefix,
  order: OrderRecord,
  source: Omit<RecordSource, 'key'>,
  names: ReadonlyMap<string, string>,
): readonly DoseRecord[] {
  if (prefix === 'infusion') return readInfusion(row, order, source);
  if (prefix === 'once') {
    const dose = readDose(row, prefix, order, source, names);
    return dose === undefined ? [] : [dose];
  }
  const group = row.slots.find((slot) => slot.item.linkId === `${prefix}-doses`);
  return (group?.inner ?? []).flatMap((inner) => readDose(inner, prefix, order, source, names) ?? []);
}

function readDose(
  row: Container,
  prefix: Prefix,
  order: OrderRecord,
  source: Omit<RecordSource, 'key'>,
  names: ReadonlyMap<string, string>,
): DoseRecord | undefined {
  const code = codeIn(row, `${prefix}-code`);
  const givenAt = instantIn(row, `${prefix}-given-at`);
  if (code === undefined && givenAt === undefined) return undefined;
  const dueAt = instantIn(row, `${prefix}-due`);
  const given = code === undefined || GIVEN.includes(code.code);
  const by = textIn(row, `${prefix}-by`);
  const check = textIn(row, `${prefix}-check`);
  const notes = (
    [
      'reason',
      'score-before',
      'result',
      'before',
      'ordered',
      'ordered-by',
      'site',
      'effect',
      'reassessed-at',
      'score-after',
    ] as const
  ).flatMap((part) => noteOf(row, `${prefix}-${part}`));
  return {
    ...source,
    kind: 'dose',
    key: `${source.serial ?? ''}/${rowPath(row)}${prefix === 'once' ? '/dose' : ''}`,
    order: order.key,
    orderInEhr: order.inEhr,
    drug: order.drug,
    given,
    ...(code === undefined ? {} : { code: code.code }),
    ...(given ? {} : { reason: code?.text ?? 'Not given' }),
    ...optional('dose', textIn(row, `${prefix}-dose-given`) ?? textIn(row, `${prefix}-ordered`) ?? order.dose),
    ...optional('route', order.route),
    // The time at the bedside; without it the time it was due, which the chart shows as such.
    occurredAt: givenAt ?? dueAt ?? source.occurredAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...optional('givenBy', by === undefined ? undefined : (names.get(by.toUpperCase()) ?? by)),
    ...optional('checkedBy', check === undefined ? undefined : (names.get(check.toUpperCase()) ?? check)),
    notes: [...(code?.code === 'S' ? ['Self-administered'] : []), ...notes],
  };
}

function readInfusion(row: Container, order: OrderRecord, source: Omit<RecordSource, 'key'>): readonly DoseRecord[] {
  const start = instantIn(row, 'infusion-start');
  if (start === undefined) return [];
  const until = instantIn(row, 'infusion-stop');
  const volume = row.slots.find((slot) => slot.item.linkId === 'infusion-volume')?.answers[0];
  const volumeMl = volume?.valueDecimal ?? volume?.valueInteger ?? volume?.valueQuantity?.value;
  const changes = row.slots.find((slot) => slot.item.linkId === 'infusion-changes')?.inner ?? [];
  const notes = changes.map(
    (change) =>
      `Rate ${textIn(change, 'change-rate') ?? '?'} from ${textIn(change, 'change-at') ?? '?'}${textIn(change, 'change-by') === undefined ? '' : ` by ${textIn(change, 'change-by')}`}`,
  );
  return [
    {
      ...source,
      kind: 'dose',
      key: `${order.key}/bag`,
      order: order.key,
      orderInEhr: order.inEhr,
      drug: order.drug,
      given: true,
      ...optional('dose', order.dose),
      ...optional('route', order.route),
      occurredAt: start,
      ...(until === undefined ? {} : { until }),
      ...(volumeMl === undefined ? {} : { volumeMl }),
      notes: [...(order.frequency === undefined ? [] : [`Rate ordered: ${order.frequency}`]), ...notes],
    },
  ];
}

/** Initials on the record -> the name beside them. */
function rosterNames(slots: readonly Slot[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const slot of slots.filter((one) => one.item.linkId === 'roster'))
    for (const row of slot.inner) {
      const [initials, name] = [textIn(row, 'roster-initials'), textIn(row, 'roster-name')];
      if (initials !== undefined && name !== undefined) names.set(initials.toUpperCase(), `${name} (${initials})`);
    }
  return names;
}

/** Text of an answered question in a row, as people read it. */
export function textIn(row: Container, linkId: string): string | undefined {
  const slot = row.slots.find((one) => one.item.linkId === linkId);
  const text = slot === undefined ? '' : textOfAnswers(slot.item, slot.answers);
  return text === '' ? undefined : text;
}

function noteOf(row: Container, linkId: string): readonly string[] {
  const slot = row.slots.find((one) => one.item.linkId === linkId);
  const text = textIn(row, linkId);
  return text === undefined || slot === undefined ? [] : [`${slot.item.shortText ?? slot.item.text}: ${text}`];
}

function codeIn(row: Container, linkId: string): { code: string; text: string } | undefined {
  const answer = row.slots.find((one) => one.item.linkId === linkId)?.answers.find(hasValue);
  const coding = answer?.valueCoding;
  return coding === undefined ? undefined : { code: coding.code ?? '', text: coding.display ?? coding.code ?? '' };
}

/** A date and time with its offset; undefined for anything less. */
export function instantIn(row: Container, linkId: string): string | undefined {
  const value = row.slots.find((one) => one.item.linkId === linkId)?.answers[0]?.valueDateTime;
  return value !== undefined && isInstant(value) ? value : undefined;
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: string });
}
