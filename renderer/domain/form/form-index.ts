import type { FormDefinition, FormItem } from './form';

/** One item with its place in the form. */
export interface IndexedItem {
  readonly item: FormItem;
  /** Place in the parent's list of items. */
  readonly position: number;
  /** From the outermost group to the parent. */
  readonly ancestors: readonly IndexedItem[];
}

/** What is asked of a form again and again, worked out once per definition. */
export interface FormIndex {
  readonly byLinkId: ReadonlyMap<string, IndexedItem>;
  /** linkIds so that each comes after its parent and after every question its conditions name. */
  readonly enableOrder: readonly string[];
  /** linkIds of items with rules of their own, in the order of the form. */
  readonly constrained: readonly string[];
}

// A definition never changes, so neither does its index: kept as long as the definition lives.
const indexes = new WeakMap<FormDefinition, FormIndex>();

/** The index of a form. */
export function indexOf(definition: FormDefinition): FormIndex {
  const known = indexes.get(definition);
  if (known) return known;
  const byLinkId = new Map<string, IndexedItem>();
  const visit = (items: readonly FormItem[], ancestors: readonly IndexedItem[]): void => {
    items.forEach((item, position) => {
      const indexed = { item, position, ancestors };
      byLinkId.set(item.linkId, indexed);
      visit(item.items, [...ancestors, indexed]);
    });
  };
  visit(definition.items, []);
  const constrained = [...byLinkId.values()].flatMap(({ item }) => (item.constraints.length > 0 ? [item.linkId] : []));
  const index = { byLinkId, enableOrder: enableOrder(byLinkId), constrained };
  indexes.set(definition, index);
  return index;
}

/** Depth-first with an own stack: a chain of 20,000 conditions must not end the program. */
function enableOrder(byLinkId: ReadonlyMap<string, IndexedItem>): readonly string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const ordered: string[] = [];
  for (const start of byLinkId.keys()) {
    const stack = [start];
    while (stack.length > 0) {
      const id = stack.at(-1) ?? '';
      const waits =
        done.has(id) || open.has(id)
          ? []
          : needsOf(byLinkId.get(id)).filter((need) => byLinkId.has(need) && !done.has(need) && !open.has(need));
      open.add(id);
      if (waits.length > 0) {
        stack.push(...waits);
        continue;
      }
      stack.pop();
      if (done.has(id)) continue;
      done.add(id);
      ordered.push(id);
    }
  }
  return ordered;
}

function needsOf(indexed: IndexedItem | undefined): readonly string[] {
  const parent = indexed?.ancestors.at(-1)?.item.linkId;
  return [
    ...(parent === undefined ? [] : [parent]),
    ...(indexed?.item.enableWhen.map((condition) => condition.question) ?? []),
  ];
}
