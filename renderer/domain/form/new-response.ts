import type { FormDefinition, FormItem } from './form';
import type { FormResponse, ResponseAnswer, ResponseItem } from './response';

/** Rows made in one go are bounded: nested groups with a hostile minOccurs must not fill the memory. */
const MOST_ROWS = 500;

type Budget = { rows: number };

/** The canonical that binds answers to the form and version they were given to. */
export function canonicalOf(definition: FormDefinition): string {
  return `${definition.url ?? `urn:downtime-box:form:${encodeURIComponent(definition.id)}`}|${definition.version}`;
}

/** An empty response: the form's initial answers and the rows that must be there. */
export function newResponse(definition: FormDefinition): FormResponse {
  const item = initialItems(definition.items, '', { rows: MOST_ROWS });
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalOf(definition),
    status: 'in-progress',
    ...(item.length > 0 ? { item } : {}),
  };
}

/** A new row of a repeating group, with the initial answers of its items. */
export function newRow(group: FormItem, id: string): ResponseItem {
  return rowOf(group, id, { rows: MOST_ROWS });
}

/** A response item with the form's words in it, so that an answer can be read without its form. */
export function freshItem(item: FormItem): ResponseItem {
  return { linkId: item.linkId, ...(item.text === '' ? {} : { text: item.text }) };
}

/** An id for one more row: one higher than any given so far, so that a row's name is never given twice at a time. */
export function rowId(group: FormItem, rows: readonly ResponseItem[], holderId: string): string {
  const prefix = rowPrefix(group, holderId);
  const numbers = rows.map((row) => (row.id?.startsWith(prefix) ? Number(row.id.slice(prefix.length)) : 0));
  const highest = numbers.reduce((most, each) => (Number.isInteger(each) && each > most ? each : most), 0);
  return `${prefix}${Math.max(highest, rows.length) + 1}`;
}

/** Gives rows that came without a name the name of their place, before another row goes and the places move. */
export function namedRows(group: FormItem, rows: readonly ResponseItem[], holderId: string): readonly ResponseItem[] {
  if (rows.every((row) => row.id !== undefined)) return rows;
  const taken = new Set(rows.flatMap((row) => row.id ?? []));
  return rows.map((row, index) => {
    const id = `${rowPrefix(group, holderId)}${index + 1}`;
    return row.id !== undefined || taken.has(id) ? row : { id, ...row };
  });
}

function rowPrefix(group: FormItem, holderId: string): string {
  return `${holderId === '' ? '' : `${holderId}.`}${group.linkId.replace(/\s+/g, '_')}-`;
}

function rowOf(group: FormItem, id: string, budget: Budget): ResponseItem {
  const item = initialItems(group.items, id, budget);
  return { id, ...freshItem(group), ...(item.length > 0 ? { item } : {}) };
}

function initialItems(items: readonly FormItem[], holderId: string, budget: Budget): readonly ResponseItem[] {
  return items.flatMap((item): readonly ResponseItem[] => {
    if (item.type === 'display') return [];
    if (item.type !== 'group') return initialQuestion(item, holderId, budget);
    if (item.repeats) {
      const rows: ResponseItem[] = [];
      const count = item.minOccurs ?? (item.required ? 1 : 0);
      while (rows.length < count && budget.rows > 0) {
        budget.rows -= 1;
        rows.push(rowOf(item, rowId(item, rows, holderId), budget));
      }
      return rows;
    }
    const inner = initialItems(item.items, holderId, budget);
    return inner.length > 0 ? [{ ...freshItem(item), item: inner }] : [];
  });
}

function initialQuestion(item: FormItem, holderId: string, budget: Budget): readonly ResponseItem[] {
  const inner = initialItems(item.items, holderId, budget);
  const given = item.repeats ? item.initial : item.initial.slice(0, 1);
  const answer: readonly ResponseAnswer[] =
    inner.length === 0 ? given : given.length > 0 ? given.map((each) => ({ ...each, item: inner })) : [{ item: inner }];
  return answer.length > 0 ? [{ ...freshItem(item), answer }] : [];
}
