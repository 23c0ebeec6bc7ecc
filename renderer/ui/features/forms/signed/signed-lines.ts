import { fillForm } from '../../../../domain/form/fill-form';
import type { FilledNode } from '../../../../domain/form/filled-form';
import type { FormDefinition } from '../../../../domain/form/form';
import type { FormResponse } from '../../../../domain/form/response';
import { textOfAnswers } from '../../../../domain/form/text-of-answer';
import { labelOfItem } from '../questions/item-label';

/** One line of a signed form: a heading, or a question with its text in each version. */
export interface SignedLine {
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  readonly heading: boolean;
  /** One text per version; undefined where the question did not apply or had no answer. */
  readonly texts: readonly (string | undefined)[];
  readonly differs: boolean;
}

/** The answers of every version, question by question in the order of the form; what no version answered is left out. */
export function signedLines(definition: FormDefinition, responses: readonly FormResponse[]): readonly SignedLine[] {
  const places = new Map<string, { label: string; depth: number; heading: boolean; texts: (string | undefined)[] }>();
  const orders = responses.map((response, version) => {
    const order: string[] = [];
    const visit = (nodes: readonly FilledNode[], depth: number): void => {
      for (const node of nodes) {
        if (node.kind === 'display') continue;
        order.push(node.key);
        const place = placeOf(node.key, labelOfItem(node.item), depth, node.kind !== 'question');
        if (node.kind === 'question') {
          place.texts[version] = textOfAnswers(node.item, node.answers) || undefined;
          visit(node.children, depth + 1);
        } else if (node.kind === 'group') visit(node.children, depth + 1);
        else
          node.rows.forEach((row, at) => {
            order.push(row.key);
            placeOf(row.key, `${labelOfItem(node.item)} ${at + 1}`, depth + 1, true);
            visit(row.children, depth + 2);
          });
      }
    };
    visit(fillForm({ definition, response }).nodes, 0);
    return order;
  });
  function placeOf(key: string, label: string, depth: number, heading: boolean) {
    const known = places.get(key);
    if (known) return known;
    const made = {
      label,
      depth,
      heading,
      texts: Array.from({ length: responses.length }, (): string | undefined => undefined),
    };
    places.set(key, made);
    return made;
  }
  const keys = merged(orders);
  const lines = keys.flatMap((key): readonly SignedLine[] => {
    const place = places.get(key);
    return place ? [{ key, ...place, differs: new Set(place.texts).size > 1 }] : [];
  });
  return withoutEmpty(lines);
}

/** Keys of all versions in the order of the last, with those that only earlier ones had put after their neighbour. */
function merged(orders: readonly (readonly string[])[]): readonly string[] {
  const keys = [...(orders.at(-1) ?? [])];
  const known = new Set(keys);
  for (const order of orders.slice(0, -1)) {
    order.forEach((key, at) => {
      if (known.has(key)) return;
      const before = order.slice(0, at).findLast((one) => known.has(one));
      keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
      known.add(key);
    });
  }
  return keys;
}

/** A heading stays only while something answered stands under it. */
function withoutEmpty(lines: readonly SignedLine[]): readonly SignedLine[] {
  const kept: SignedLine[] = [];
  let open: SignedLine[] = [];
  for (const line of lines) {
    open = open.filter((heading) => heading.depth < line.depth);
    if (line.heading) open.push(line);
    else if (line.texts.some((text) => text !== undefined)) {
      kept.push(...open.filter((heading) => !kept.includes(heading)), line);
    }
  }
  return kept;
}
