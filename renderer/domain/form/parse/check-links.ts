import type { FormItem } from '../form';
import { noteError, noteWarning, type FormReading } from './form-reading';

/** Checks what items say about each other: conditions on unknown or circular questions, score parts. */
export function checkLinks(items: readonly FormItem[], reading: FormReading): void {
  const waitsFor = new Map<string, Set<string>>();
  const visit = (list: readonly FormItem[], parent: FormItem | undefined): void => {
    for (const item of list) {
      const where = reading.linkIds.get(item.linkId) ?? '';
      const links = waitsFor.get(item.linkId) ?? new Set<string>();
      // A child is on only while its parent is: that counts for a circle too.
      if (parent) links.add(parent.linkId);
      item.enableWhen.forEach((condition, index) => {
        if (reading.linkIds.has(condition.question)) links.add(condition.question);
        else {
          noteError(
            reading,
            'unknown-link-id',
            `${where}.enableWhen[${index}].question`,
            `“${label(item)}” depends on the question "${condition.question}", which is not in this form.`,
          );
        }
      });
      waitsFor.set(item.linkId, links);
      for (const part of [...(item.score?.parts ?? []), ...(item.score?.trigger ? [item.score.trigger.linkId] : [])]) {
        if (!reading.linkIds.has(part))
          noteError(
            reading,
            'unknown-link-id',
            where,
            `The score “${label(item)}” names the part "${part}", which is not in this form.`,
          );
      }
      for (const constraint of item.constraints) {
        for (const location of constraint.locations) {
          if (!reading.linkIds.has(location)) {
            noteWarning(
              reading,
              'constraint-location',
              where,
              `The rule "${constraint.key}" points at "${location}", which is not in this form; its message is shown at “${label(item)}”.`,
            );
          }
        }
      }
      visit(item.items, item);
    }
  };
  visit(items, undefined);
  reportCircles(waitsFor, reading);
}

function label(item: FormItem): string {
  return item.text === '' ? item.linkId : item.text.slice(0, 60);
}

/** Depth-first with an own stack: a chain of 20,000 conditions must not end the program. */
function reportCircles(waitsFor: ReadonlyMap<string, ReadonlySet<string>>, reading: FormReading): void {
  const state = new Map<string, 'open' | 'done'>();
  for (const start of waitsFor.keys()) {
    const path: { id: string; rest: string[] }[] = [];
    const enter = (id: string): void => {
      state.set(id, 'open');
      path.push({ id, rest: [...(waitsFor.get(id) ?? [])] });
    };
    if (!state.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        const circle = path.slice(path.findIndex((step) => step.id === next)).map((step) => step.id);
        noteError(
          reading,
          'circular-condition',
          `${reading.linkIds.get(next) ?? ''}.enableWhen`,
          `These items wait for each other, so none could ever be shown: ${[...circle.slice(0, 8), next].join(' → ')}.`,
        );
      } else if (!state.has(next)) enter(next);
    }
  }
}
