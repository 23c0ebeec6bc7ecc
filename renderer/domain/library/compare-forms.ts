import { canonicalJson, type JsonObject } from '../basics/json';
import { labelOf } from '../form/check/finding';
import type { FormDefinition, FormItem } from '../form/form';
import { isObject, objectsAt } from '../form/parse/json-access';
import { itemFacts, formFacts } from './form-facts';

/** One difference between two versions of a form, in words. */
export interface FormChange {
  readonly kind: 'form' | 'added' | 'removed' | 'moved' | 'changed';
  /** Empty: the form itself. */
  readonly linkId: string;
  readonly label: string;
  /** What is different: `Highest value: 10, was 8`. */
  readonly words: string;
}

interface Placed {
  readonly item: FormItem;
  readonly parent: string;
  /** The question before it in its group; what was taken out does not count. */
  readonly source: JsonObject;
}

/** What is different in `to`, in the order of the new form; removed ones last. Nothing differs: an empty list. */
export function compareForms(from: FormDefinition, to: FormDefinition): readonly FormChange[] {
  const [before, after] = [placesOf(from), placesOf(to)];
  const changes: FormChange[] = compareFacts(formFacts(from), formFacts(to)).map((words) => ({
    kind: 'form',
    linkId: '',
    label: to.title,
    words,
  }));
  for (const [linkId, { item, parent, source }] of after) {
    const old = before.get(linkId);
    const label = labelOf(item);
    if (!old) {
      changes.push({ kind: 'added', linkId, label, words: `New ${kindOf(item)}: “${label}”` });
      continue;
    }
    const words = compareFacts(itemFacts(old.item), itemFacts(item));
    if (words.length === 0 && canonicalJson(old.source) !== canonicalJson(source))
      words.push(`Something the screen does not show: ${otherMembers(old.source, source)}`);
    changes.push(...words.map((each): FormChange => ({ kind: 'changed', linkId, label, words: each })));
    if (old.parent !== parent) {
      const into = after.get(parent)?.item;
      changes.push({ kind: 'moved', linkId, label, words: `Moved into “${into ? labelOf(into) : to.title}”` });
    }
  }
  changes.push(...movedAmongTheirs(before, after));
  for (const [linkId, { item }] of before)
    if (!after.has(linkId))
      changes.push({ kind: 'removed', linkId, label: labelOf(item), words: `Taken out: “${labelOf(item)}”` });
  const others = changes.length === 0 ? otherMembers(from.source, to.source) : '';
  if (others !== '')
    changes.push({
      kind: 'form',
      linkId: '',
      label: to.title,
      words: `Something the screen does not show: ${others}`,
    });
  return changes;
}

/** Facts of both, told apart: new ones, changed ones, gone ones. */
function compareFacts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.get(name) ?? '', after.get(name) ?? ''];
    if (was === is) return [];
    if (was === '') return [`${name}: ${is} (new)`];
    return [is === '' ? `${name}: none, was ${was}` : `${name}: ${is}, was ${was}`];
  });
}

/** Questions whose order among those that stayed in their group is another one. */
function movedAmongTheirs(before: ReadonlyMap<string, Placed>, after: ReadonlyMap<string, Placed>): FormChange[] {
  const orderIn = (places: ReadonlyMap<string, Placed>, other: ReadonlyMap<string, Placed>) => {
    const byParent = new Map<string, string[]>();
    for (const [linkId, { parent }] of places)
      if (other.get(linkId)?.parent === parent) byParent.set(parent, [...(byParent.get(parent) ?? []), linkId]);
    return byParent;
  };
  const old = orderIn(before, after);
  return [...orderIn(after, before)].flatMap(([parent, now]): FormChange[] => {
    const were = [...(old.get(parent) ?? [])];
    const moved: FormChange[] = [];
    // One that was taken from its place and put elsewhere is named, not all those it passed.
    for (const linkId of now) {
      if (were[0] === linkId) {
        were.shift();
        continue;
      }
      const item = after.get(linkId)?.item;
      const behind = now[now.indexOf(linkId) - 1];
      const neighbour = behind === undefined ? undefined : after.get(behind)?.item;
      were.splice(were.indexOf(linkId), 1);
      if (item)
        moved.push({
          kind: 'moved',
          linkId,
          label: labelOf(item),
          words: neighbour ? `Now stands after “${labelOf(neighbour)}”` : 'Now stands first',
        });
    }
    return moved;
  });
}

function placesOf(form: FormDefinition): ReadonlyMap<string, Placed> {
  const sources = sourcesOf(form.source);
  const found = new Map<string, Placed>();
  const visit = (items: readonly FormItem[], parent: string): void => {
    for (const item of items) {
      found.set(item.linkId, { item, parent, source: sources.get(item.linkId) ?? {} });
      visit(item.items, item.linkId);
    }
  };
  visit(form.items, '');
  return found;
}

/** Each item of a file without the items below it; helps and units stand with the question they belong to. */
function sourcesOf(source: JsonObject): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const visit = (owner: JsonObject): void => {
    for (const item of objectsAt(owner, 'item')) {
      const { item: inner, linkId, ...rest } = item;
      const helps = Array.isArray(inner) ? inner.filter((each) => isObject(each) && each['type'] === 'display') : [];
      if (typeof linkId === 'string') found.set(linkId, helps.length > 0 ? { ...rest, helps } : rest);
      visit(item);
    }
  };
  visit(source);
  return found;
}

/** What is another in every version of a file. */
const OF_EVERY_VERSION: ReadonlySet<string> = new Set(['version', 'date', 'status', 'meta']);

function otherMembers(before: JsonObject, after: JsonObject): string {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const different = [...names].filter(
    (name) => !OF_EVERY_VERSION.has(name) && canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
  return different.join(', ');
}

function kindOf(item: FormItem): string {
  if (item.type === 'group') return item.repeats ? 'table' : 'section';
  return item.type === 'display' ? 'text' : 'question';
}
