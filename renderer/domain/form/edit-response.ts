import { hasValue, sameValue } from './answer-values';
import type { AnswerPath, FormDefinition, FormItem } from './form';
import { freshItem, namedRows, newRow, rowId } from './new-response';
import type { FormResponse, ResponseAnswer, ResponseItem } from './response';

type Holder = { readonly item?: readonly ResponseItem[] };
type Edit = (found: readonly ResponseItem[], item: FormItem, holder: string) => readonly ResponseItem[];

/**
 * Writes the answers of a question. Everything else of the response is shared with the old one; items that are
 * hidden, off or unknown stay as they are. A path that leads nowhere changes nothing.
 */
export function setAnswers(
  definition: FormDefinition,
  response: FormResponse,
  path: AnswerPath,
  answers: readonly ResponseAnswer[],
): FormResponse {
  return edited(definition, response, path, (found, item) => {
    const old = found.flatMap((each) => each.answer ?? []);
    const kept = withInnerItems(answers, old, item);
    const [first] = found;
    if (kept.length > 0) return [{ ...(first ?? freshItem(item)), answer: kept }];
    return first?.extension === undefined && first?.id === undefined ? [] : [without(first, 'answer')];
  });
}

/** Adds a row at the end of a repeating group, with its initial values; not beyond maxOccurs. */
export function addRow(definition: FormDefinition, response: FormResponse, path: AnswerPath): FormResponse {
  return edited(definition, response, path, (found, item, holder) => {
    if (!item.repeats || item.type !== 'group' || found.length >= (item.maxOccurs ?? Infinity)) return found;
    return [...found, newRow(item, rowId(item, found, holder))];
  });
}

/** Takes a row out; the rows that must stay (minOccurs) are emptied instead. */
export function removeRow(definition: FormDefinition, response: FormResponse, path: AnswerPath): FormResponse {
  const index = path.at(-1)?.index ?? 0;
  return edited(definition, response, path, (found, item, holder) => {
    if (item.type !== 'group' || index >= found.length) return found;
    const rest = namedRows(item, found, holder).filter((_, at) => at !== index);
    if (rest.length >= (item.minOccurs ?? 0)) return rest;
    return [...rest, newRow(item, rowId(item, found, holder))];
  });
}

/** Takes out whatever is answered at a place and below it. */
export function clearItem(definition: FormDefinition, response: FormResponse, path: AnswerPath): FormResponse {
  return edited(definition, response, path, () => []);
}

function edited(definition: FormDefinition, response: FormResponse, path: AnswerPath, edit: Edit): FormResponse {
  return path.length === 0 ? response : within(response, definition.items, path, 0, '', edit);
}

/** Rebuilds the holders from the root to the edited place, and only those. */
function within<H extends Holder>(
  holder: H,
  items: readonly FormItem[],
  path: AnswerPath,
  depth: number,
  holderId: string,
  edit: Edit,
): H {
  const step = path[depth];
  const position = items.findIndex((each) => each.linkId === step?.linkId);
  const item = items[position];
  if (!step || !item) return holder;
  const list = holder.item ?? [];
  const found = list.filter((each) => each.linkId === item.linkId);
  const next = depth === path.length - 1 ? edit(found, item, holderId) : inside(found, item, path, depth, edit);
  if (next === found || (next.length === found.length && next.every((each, at) => each === found[at]))) return holder;
  const placed = place(list, next, items, position);
  return placed.length > 0 ? { ...holder, item: placed } : without(holder, 'item');
}

function inside(
  found: readonly ResponseItem[],
  item: FormItem,
  path: AnswerPath,
  depth: number,
  edit: Edit,
): readonly ResponseItem[] {
  const index = path[depth]?.index ?? 0;
  if (item.type === 'group') {
    if (index >= found.length && (item.repeats || index > 0)) return found;
    const row = found[index] ?? freshItem(item);
    const changed = within(row, item.items, path, depth + 1, row.id ?? '', edit);
    if (changed === row) return found;
    const empty =
      changed.item === undefined && !item.repeats && changed.id === undefined && changed.extension === undefined;
    const next = found.length === 0 ? [changed] : found.map((each, at) => (at === index ? changed : each));
    return empty ? next.filter((each) => each !== changed) : next;
  }
  let before = 0;
  for (const [at, each] of (found.length > 0 ? found : [freshItem(item)]).entries()) {
    const answers = each.answer ?? [];
    const local = index - before;
    before += answers.length;
    if (local >= Math.max(answers.length, at === 0 && index === 0 ? 1 : 0)) continue;
    const answer = answers[local] ?? {};
    const changed = within(answer, item.items, path, depth + 1, '', edit);
    if (changed === answer) return found;
    const next = (
      answers.length === 0 ? [changed] : answers.map((old, which) => (which === local ? changed : old))
    ).filter((one) => Object.keys(one).length > 0);
    const rebuilt = next.length > 0 ? { ...each, answer: next } : undefined;
    return [...found.slice(0, at), ...(rebuilt ? [rebuilt] : []), ...found.slice(at + 1)];
  }
  return found;
}

/** Puts the items of one linkId back where they were, or where the form has them; the others keep their order. */
function place(
  list: readonly ResponseItem[],
  next: readonly ResponseItem[],
  items: readonly FormItem[],
  position: number,
): readonly ResponseItem[] {
  const linkId = items[position]?.linkId;
  const rest = list.filter((each) => each.linkId !== linkId);
  let at = list.findIndex((each) => each.linkId === linkId);
  if (at < 0) {
    const later = new Set(items.slice(position + 1).map((each) => each.linkId));
    at = rest.findIndex((each) => later.has(each.linkId));
    if (at < 0) at = rest.length;
  }
  return [...rest.slice(0, at), ...next, ...rest.slice(at)];
}

/** A changed value keeps the answers below it: the same place of a single answer, the same value of several. */
function withInnerItems(
  answers: readonly ResponseAnswer[],
  old: readonly ResponseAnswer[],
  item: FormItem,
): readonly ResponseAnswer[] {
  if (item.items.length === 0) return answers;
  const [only] = old;
  if (!item.repeats && answers.length === 0 && only?.item !== undefined) return [{ item: only.item }];
  return answers.map((answer) => {
    if (answer.item !== undefined) return answer;
    const before = item.repeats ? old.find((each) => hasValue(each) && sameValue(each, answer)) : only;
    return before?.item === undefined ? answer : { ...answer, item: before.item };
  });
}

function without<T extends object, K extends keyof T>(object: T, member: K): T {
  const { [member]: _, ...rest } = object;
  return rest as T;
}
