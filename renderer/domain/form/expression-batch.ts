import { outcomeKey, type ExpressionOutcome, type ExpressionResults } from './expression-results';
import { planOf, type ExpressionSite } from './expression-plan';
import type { FormDefinition } from './form';
import type { EnabledSlots } from './enabled';
import type { Container, FormTree, Slot } from './form-tree';
import type { FormResponse, ResponseItem } from './response';

/** What an engine is asked; the shape of ExpressionEngine.evaluate in app/ports. */
export interface EvaluationInput {
  readonly questionnaire: unknown;
  readonly response: unknown;
  readonly context: unknown;
  readonly expressions: readonly EvaluationRequest[];
}

/** One expression to evaluate. */
export interface EvaluationRequest {
  readonly key: string;
  readonly expression: string;
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly context?: unknown;
  readonly uses?: Readonly<Record<string, string>>;
}

/** What an engine answers, in any order. */
export type Evaluate = (input: EvaluationInput) => Promise<readonly ({ readonly key: string } & ExpressionOutcome)[]>;

/** The linkIds that changed, or everything at the start. */
export type Changed = ReadonlySet<string> | 'everything';

/** One expression at one place. */
export interface Place {
  readonly site: ExpressionSite;
  readonly key: string;
  readonly slot: Slot | undefined;
  /** The row of a group it stands in. */
  readonly row: Container | undefined;
  readonly context: FormResponse | ResponseItem | undefined;
}

/**
 * The expressions that must run now: those that read what changed, those at places that are new, and the variables
 * they use (a variable is never carried over: outside the engine its nodes lose their types). Nothing runs for
 * places that are off, except what may switch them on.
 */
export function placesToRun(
  tree: FormTree,
  isEnabled: EnabledSlots,
  changed: Changed,
  results: ExpressionResults,
  fresh: boolean,
): readonly Place[] {
  const all = planOf(tree.definition).sites.flatMap((site) => placesOf(site, tree));
  const wanted = new Set<string>();
  // From the last to the first: a variable stands before whatever uses it.
  for (const place of all.toReversed()) {
    if (!wanted.has(place.key) && !mustRun(place, isEnabled, changed, results, fresh)) continue;
    wanted.add(place.key);
    for (const variable of place.site.uses.values()) wanted.add(keyOfVariable(variable, place));
  }
  return all.filter((place) => wanted.has(place.key));
}

function mustRun(
  { site, key, slot }: Place,
  isEnabled: EnabledSlots,
  changed: Changed,
  results: ExpressionResults,
  fresh: boolean,
): boolean {
  if (site.kind === 'variable') return false;
  if (slot && site.kind !== 'enable' && !isEnabled(slot)) return false;
  if (site.kind === 'initial')
    return !results.has(key) && slot?.answers.length === 0 && (fresh || inChangedRow(slot, changed));
  if (!results.has(key) || changed === 'everything') return true;
  return site.reads === 'everything' ? changed.size > 0 : intersects(site.reads, changed);
}

/** The engine's input for some places, variables first. */
export function batchFor(
  definition: FormDefinition,
  response: FormResponse,
  places: readonly Place[],
): EvaluationInput {
  const expressions = places.map((place): EvaluationRequest => {
    const uses = Object.fromEntries(
      [...place.site.uses].map(([name, variable]) => [name, keyOfVariable(variable, place)]),
    );
    return {
      key: place.key,
      expression: place.site.expression,
      ...(place.context === undefined ? {} : { context: place.context }),
      uses,
    };
  });
  return {
    questionnaire: planOf(definition).needsQuestionnaire ? definition.source : undefined,
    response,
    context: response,
    expressions,
  };
}

/** Every place of a site: once for the form, else at each slot, for a group at each row. */
export function placesOf(site: ExpressionSite, tree: FormTree): readonly Place[] {
  if (site.linkId === undefined)
    return [{ site, key: outcomeKey(site.kind, '', site.name), slot: undefined, row: undefined, context: undefined }];
  return (tree.byLinkId.get(site.linkId) ?? []).flatMap((slot): readonly Place[] => {
    const perRow = slot.item.type === 'group' && (site.kind === 'variable' || site.kind === 'constraint');
    if (!perRow) {
      const context = slot.found[0] ?? { linkId: slot.item.linkId };
      return [{ site, key: outcomeKey(site.kind, slot.key, site.name), slot, row: slot.inner[0], context }];
    }
    return slot.inner.map((row) => ({
      site,
      key: outcomeKey(site.kind, row.key, site.name),
      slot,
      row,
      context: (row.source as ResponseItem | undefined) ?? { linkId: slot.item.linkId },
    }));
  });
}

/** The variable as seen from a place: that of the row it stands in. */
function keyOfVariable(variable: ExpressionSite, { slot, row }: Place): string {
  if (variable.linkId === undefined || !slot) return outcomeKey('variable', '', variable.name);
  if (slot.item.linkId === variable.linkId)
    return outcomeKey('variable', slot.item.type === 'group' && row ? row.key : slot.key, variable.name);
  for (let container: Container | undefined = slot.container; container?.slot; container = container.slot.container) {
    const holder = container.slot;
    if (holder.item.linkId === variable.linkId)
      return outcomeKey('variable', holder.item.type === 'group' ? container.key : holder.key, variable.name);
  }
  return outcomeKey('variable', slot.key, variable.name);
}

function inChangedRow(slot: Slot | undefined, changed: Changed): boolean {
  if (changed === 'everything') return false;
  for (let container = slot?.container; container?.slot; container = container.slot.container)
    if (changed.has(container.slot.item.linkId)) return true;
  return false;
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const each of small) if (large.has(each)) return true;
  return false;
}
