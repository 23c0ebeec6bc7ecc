import type { AnswerPath, FormDefinition, FormItem } from './form';
import { indexOf } from './form-index';
import type { FormResponse, ResponseAnswer, ResponseItem } from './response';

/** The place of one item in one container: every item of the form has one, answered or not. */
export interface Slot {
  readonly item: FormItem;
  readonly container: Container;
  /** Ends with `{linkId, index: 0}`. */
  readonly path: AnswerPath;
  readonly key: string;
  /** The response items of this linkId here. */
  readonly found: readonly ResponseItem[];
  /** All answers of a question, over all of `found`. */
  readonly answers: readonly ResponseAnswer[];
  /** Rows of a group (one and only for a group that does not repeat); places of items under each answer. */
  readonly inner: readonly Container[];
}

/** What holds slots: the response, a row of a group, an answer with items below it. */
export interface Container {
  readonly slot: Slot | undefined;
  readonly index: number;
  readonly path: AnswerPath;
  readonly key: string;
  readonly source: FormResponse | ResponseItem | ResponseAnswer | undefined;
  /** In the order of the form: slots[i] belongs to items[i]. */
  readonly slots: readonly Slot[];
  /** Response items whose linkId has no place here. */
  readonly unknown: readonly ResponseItem[];
}

/** A response laid over its form. */
export interface FormTree {
  readonly definition: FormDefinition;
  readonly root: Container;
  readonly byLinkId: ReadonlyMap<string, readonly Slot[]>;
}

const NOTHING: readonly never[] = [];

/** Lays a response over its form; unanswered places are there too, what has no place is kept as `unknown`. */
export function treeOf(definition: FormDefinition, response: FormResponse): FormTree {
  const byLinkId = new Map<string, Slot[]>();
  for (const linkId of indexOf(definition).byLinkId.keys()) byLinkId.set(linkId, []);

  function container(
    slot: Slot | undefined,
    index: number,
    items: readonly FormItem[],
    source: Container['source'],
  ): Container {
    const path = slot === undefined ? [] : [...slot.path.slice(0, -1), { linkId: slot.item.linkId, index }];
    const key = slot === undefined ? '' : `${slot.key}[${index}]`;
    const slots: Slot[] = [];
    const given = itemsOf(source);
    const places = new Map<string, ResponseItem[]>();
    for (const each of given) {
      const list = places.get(each.linkId);
      if (list) list.push(each);
      else places.set(each.linkId, [each]);
    }
    const made: { -readonly [K in keyof Container]: Container[K] } = {
      slot,
      index,
      path,
      key,
      source,
      slots,
      unknown: NOTHING,
    };
    for (const item of items) {
      slots.push(slotIn(made, item, places.get(item.linkId) ?? NOTHING));
      places.delete(item.linkId);
    }
    if (places.size > 0) made.unknown = given.filter((each) => places.has(each.linkId));
    return made;
  }

  function slotIn(parent: Container, item: FormItem, found: readonly ResponseItem[]): Slot {
    const answers =
      found.length === 0
        ? NOTHING
        : found.length === 1
          ? (found[0]?.answer ?? NOTHING)
          : found.flatMap((each) => each.answer ?? []);
    const inner: Container[] = [];
    const slot: Slot = {
      item,
      container: parent,
      path: [...parent.path, { linkId: item.linkId, index: 0 }],
      key: parent.key === '' ? item.linkId : `${parent.key}/${item.linkId}`,
      found,
      answers,
      inner,
    };
    byLinkId.get(item.linkId)?.push(slot);
    if (item.type === 'group') {
      const rows: readonly (ResponseItem | undefined)[] = found.length > 0 || item.repeats ? found : [undefined];
      rows.forEach((row, index) => inner.push(container(slot, index, item.items, row)));
    } else if (item.items.length > 0) {
      const places: readonly (ResponseAnswer | undefined)[] = answers.length > 0 ? answers : [undefined];
      places.forEach((answer, index) => inner.push(container(slot, index, item.items, answer)));
    }
    return slot;
  }

  return { definition, root: container(undefined, 0, definition.items, response), byLinkId };
}

/** The items of a response, group row or answer. */
export function itemsOf(source: Container['source']): readonly ResponseItem[] {
  const items = source?.item;
  return Array.isArray(items) ? (items as readonly ResponseItem[]) : NOTHING;
}

/** Every slot, in the order of the form. */
export function* everySlot(container: Container): Generator<Slot> {
  for (const slot of container.slots) {
    yield slot;
    for (const inner of slot.inner) yield* everySlot(inner);
  }
}

/**
 * The slots of another question as seen from here: those in the nearest row both share (FHIR enableWhen: "the
 * nearest occurrence"), so that row 2 of a table looks at row 2.
 */
export function slotsNear(from: Slot, linkId: string, tree: FormTree): readonly Slot[] {
  const target = indexOf(tree.definition).byLinkId.get(linkId);
  if (!target) return NOTHING;
  // Nearly every condition names a neighbour.
  if (target.ancestors.at(-1)?.item === from.container.slot?.item) {
    const neighbour = from.container.slots[target.position];
    return neighbour ? [neighbour] : NOTHING;
  }
  const wanted = target.ancestors.map((each) => each.item.linkId);
  const chain: Container[] = [];
  for (let at: Container | undefined = from.container; at; at = at.slot?.container) chain.unshift(at);
  let shared = 0;
  while (shared < wanted.length && chain[shared + 1]?.slot?.item.linkId === wanted[shared]) shared += 1;
  let places: readonly Container[] = [chain[shared] ?? tree.root];
  for (const step of target.ancestors.slice(shared))
    places = places.flatMap((place) => place.slots[step.position]?.inner ?? []);
  return places.flatMap((place) => place.slots[target.position] ?? []);
}
