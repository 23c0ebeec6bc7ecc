import { namesOf, type ExpressionNames } from './expression-language';
import type { ExpressionKind } from './expression-results';
import type { FormDefinition, FormItem } from './form';
import { indexOf } from './form-index';

/** One expression of the form: the same at every row it stands in. */
export interface ExpressionSite {
  readonly kind: ExpressionKind;
  /** The item that carries it; undefined: the form itself. */
  readonly linkId: string | undefined;
  /** Variable name or constraint key. */
  readonly name: string;
  readonly expression: string;
  /** Changes of these linkIds make it run again, through variables too. */
  readonly reads: ReadonlySet<string> | 'everything';
  /** Variables of the form it uses: name -> the site that defines it, nearest scope first. */
  readonly uses: ReadonlyMap<string, ExpressionSite>;
}

/** All expressions of a form that can run, each after those it uses. */
export interface ExpressionPlan {
  readonly sites: readonly ExpressionSite[];
  /** Expressions left out because they name what nobody gives here (%patient …), with that name. */
  readonly waiting: readonly {
    readonly linkId: string | undefined;
    readonly kind: ExpressionKind;
    readonly missing: string;
  }[];
  /** Whether an expression looks into the form itself (%questionnaire, weights of options). */
  readonly needsQuestionnaire: boolean;
}

type Scope = ReadonlyMap<string, ExpressionSite | 'missing'>;

const GIVEN: ReadonlySet<string> = new Set([
  'resource',
  'rootResource',
  'context',
  'questionnaire',
  'ucum',
  'sct',
  'loinc',
]);

const plans = new WeakMap<FormDefinition, ExpressionPlan>();

/** Which expressions a form has, what each depends on, in the order to run them. */
export function planOf(definition: FormDefinition): ExpressionPlan {
  const known = plans.get(definition);
  if (known) return known;
  const plan = makePlan(definition);
  plans.set(definition, plan);
  return plan;
}

function makePlan(definition: FormDefinition): ExpressionPlan {
  const { byLinkId } = indexOf(definition);
  const sites: ExpressionSite[] = [];
  const waiting: ExpressionPlan['waiting'][number][] = [];
  let needsQuestionnaire = false;

  function add(
    kind: ExpressionKind,
    item: FormItem | undefined,
    name: string,
    expression: string,
    scope: Scope,
  ): ExpressionSite | undefined {
    const names = namesOf(expression);
    const uses = new Map<string, ExpressionSite>();
    for (const variable of names.variables) {
      const site = scope.get(variable);
      const missing =
        site === 'missing' || (site === undefined && !GIVEN.has(variable) && !/^(vs|ext)-/.test(variable));
      if (missing) {
        waiting.push({ linkId: item?.linkId, kind, missing: variable });
        return undefined;
      }
      if (site !== undefined) uses.set(variable, site);
    }
    needsQuestionnaire ||=
      names.variables.includes('questionnaire') ||
      names.functions.some(({ name: call }) => call === 'weight' || call === 'ordinal');
    const site = { kind, linkId: item?.linkId, name, expression, uses, reads: readsOf(names, item, uses) };
    sites.push(site);
    return site;
  }

  function readsOf(
    names: ExpressionNames,
    item: FormItem | undefined,
    uses: ReadonlyMap<string, ExpressionSite>,
  ): ExpressionSite['reads'] {
    const reads = new Set<string>();
    const named = names.strings.filter((text) => byLinkId.has(text));
    // It looks at answers without naming a question: anything may matter to it.
    if (names.readsAnswers && named.length === 0 && !(item && names.variables.includes('context'))) return 'everything';
    if (names.readsAnswers && item) named.push(item.linkId);
    for (const linkId of named) addWithBelow(byLinkId.get(linkId)?.item, reads);
    for (const site of uses.values()) {
      if (site.reads === 'everything') return 'everything';
      for (const linkId of site.reads) reads.add(linkId);
    }
    return reads;
  }

  function visit(items: readonly FormItem[], outer: Scope): void {
    for (const item of items) {
      const scope = withVariables(item.variables, item, outer);
      if (item.enableWhenExpression) add('enable', item, '', item.enableWhenExpression.expression, scope);
      if (item.initialExpression) add('initial', item, '', item.initialExpression.expression, scope);
      if (item.calculated) add('calculate', item, '', item.calculated.expression, scope);
      if (item.answerExpression) add('options', item, '', item.answerExpression.expression, scope);
      for (const constraint of item.constraints) add('constraint', item, constraint.key, constraint.expression, scope);
      visit(item.items, scope);
    }
  }

  function withVariables(variables: FormDefinition['variables'], item: FormItem | undefined, outer: Scope): Scope {
    if (variables.length === 0) return outer;
    const scope = new Map(outer);
    for (const { name = '', expression } of variables)
      scope.set(name, add('variable', item, name, expression, scope) ?? 'missing');
    return scope;
  }

  const root = withVariables(definition.variables, undefined, new Map());
  visit(definition.items, root);
  for (const constraint of definition.constraints)
    add('constraint', undefined, constraint.key, constraint.expression, root);
  return { sites, waiting, needsQuestionnaire };
}

function addWithBelow(item: FormItem | undefined, into: Set<string>): void {
  if (!item) return;
  into.add(item.linkId);
  for (const child of item.items) addWithBelow(child, into);
}
