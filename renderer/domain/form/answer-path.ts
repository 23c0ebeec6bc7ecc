import type { AnswerPath, FormDefinition } from './form';
import { treeOf, type Container, type Slot } from './form-tree';
import type { FormResponse, ResponseAnswer } from './response';

/** A path as text, for keys and ids: `set[0]/hr[0]`. */
export function pathText(path: AnswerPath): string {
  return path.map((step) => `${step.linkId}[${step.index}]`).join('/');
}

/** Whether two paths lead to the same place. */
export function samePath(a: AnswerPath, b: AnswerPath): boolean {
  return a.length === b.length && a.every((step, at) => step.linkId === b[at]?.linkId && step.index === b[at]?.index);
}

/** The answers at a path; none when it leads nowhere. */
export function answersAt(
  definition: FormDefinition,
  response: FormResponse,
  path: AnswerPath,
): readonly ResponseAnswer[] {
  return slotAt(treeOf(definition, response).root, path)?.answers ?? [];
}

/** The place a path leads to, from a container of its first step. */
export function slotAt(root: Container, path: AnswerPath): Slot | undefined {
  let place: Container | undefined = root;
  let slot: Slot | undefined;
  for (const step of path) {
    slot = place?.slots.find((each) => each.item.linkId === step.linkId);
    place = slot?.inner[step.index];
  }
  return slot;
}
