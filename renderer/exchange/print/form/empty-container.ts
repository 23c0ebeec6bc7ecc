import type { Container, Slot } from '../../../domain/form/form-tree';

/** A row nobody has filled in, with a place for each of its questions. */
export function emptyContainer(parent: Slot, index: number): Container {
  const slots: Slot[] = [];
  const container: Container = {
    slot: parent,
    index,
    path: parent.path,
    key: `${parent.key}[${index}]`,
    source: undefined,
    slots,
    unknown: [],
  };
  for (const item of parent.item.items) {
    const inner: Container[] = [];
    const slot: Slot = {
      item,
      container,
      path: parent.path,
      key: `${container.key}/${item.linkId}`,
      found: [],
      answers: [],
      inner,
    };
    if (item.items.length > 0 && !item.repeats) inner.push(emptyContainer(slot, 0));
    slots.push(slot);
  }
  return container;
}
