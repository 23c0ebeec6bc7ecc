import { refusalOf } from '../expression-rules';
import type { FormConstraint, FormExpression, FormItem } from '../form';
import { extensionsOf, firstExtension, valueOf, type Extensions, type FoundExtension } from './extensions';
import { noteWarning, type FormReading } from './form-reading';
import { isObject, objectsAt, textAt } from './json-access';

type ExpressionParts = Pick<
  FormItem,
  'enableWhenExpression' | 'calculated' | 'initialExpression' | 'answerExpression' | 'variables' | 'constraints'
>;

/** All expressions of an item or form; what may not run is warned about and stays in the source. */
export function parseExpressions(extensions: Extensions, reading: FormReading): ExpressionParts {
  const enableWhenExpression = single(extensions, 'enableWhenExpression', reading);
  const calculated = single(extensions, 'calculatedExpression', reading);
  const initialExpression = single(extensions, 'initialExpression', reading);
  const answerExpression = single(extensions, 'answerExpression', reading);
  return {
    ...(enableWhenExpression === undefined ? {} : { enableWhenExpression }),
    ...(calculated === undefined ? {} : { calculated }),
    ...(initialExpression === undefined ? {} : { initialExpression }),
    ...(answerExpression === undefined ? {} : { answerExpression }),
    variables: parseVariables(extensions, reading),
    constraints: parseConstraints(extensions, reading),
  };
}

function parseVariables(extensions: Extensions, reading: FormReading): readonly FormExpression[] {
  return (extensions.get('variable') ?? []).flatMap((found) => {
    const expression = runnable(found, reading);
    return expression?.name === undefined ? [] : [expression];
  });
}

/** questionnaire-constraint (R4, parts as extensions) and targetConstraint (SDC 4, expression typed). */
function parseConstraints(extensions: Extensions, reading: FormReading): readonly FormConstraint[] {
  return [...(extensions.get('constraint') ?? []), ...(extensions.get('targetConstraint') ?? [])].flatMap(
    (found, index) => {
      const parts = extensionsOf(found.object, found.where);
      const text = (name: string): string | undefined => {
        const value = firstExtension(parts, name)?.value;
        return typeof value === 'string' ? value : undefined;
      };
      const typed = firstExtension(parts, 'expression');
      const expression =
        typed === undefined
          ? undefined
          : typeof typed.value === 'string'
            ? plain(typed.value, typed.where, reading)
            : runnable(typed, reading)?.expression;
      if (expression === undefined) return [];
      return [
        {
          key: text('key') ?? `constraint-${index + 1}`,
          severity: text('severity') === 'warning' ? ('warning' as const) : ('error' as const),
          expression,
          human: text('human') ?? 'These answers do not fit together.',
          locations: (parts.get('location') ?? []).flatMap(({ value }) =>
            typeof value === 'string' ? linkIdOf(value) : [],
          ),
        },
      ];
    },
  );
}

/** A location is a linkId, or a FHIRPath that names one. */
function linkIdOf(location: string): string[] {
  const named = [...location.matchAll(/linkId\s*=\s*'([^']+)'/g)].at(-1)?.[1];
  return [named ?? location];
}

function single(extensions: Extensions, name: string, reading: FormReading): FormExpression | undefined {
  const found = firstExtension(extensions, name);
  return found && runnable(found, reading);
}

function runnable(found: FoundExtension, reading: FormReading): FormExpression | undefined {
  const value = found.value ?? valueOf(found.object);
  if (!isObject(value)) return undefined;
  const text = textAt(value, 'expression');
  const language = textAt(value, 'language') ?? 'text/fhirpath';
  if (language !== 'text/fhirpath') {
    const what = language.includes('cql')
      ? 'CQL cannot be run here'
      : language.includes('fhir-query')
        ? 'a query needs a server'
        : `the language ${language.slice(0, 40)} is not known`;
    noteWarning(reading, 'expression-language', found.where, `This expression is kept but not run: ${what}.`);
    return undefined;
  }
  if (text === undefined) {
    noteWarning(reading, 'expression-missing', found.where, 'This expression has no text; it is not run.');
    return undefined;
  }
  const expression = plain(text, found.where, reading);
  const name = textAt(value, 'name') ?? objectsAt(value, 'extension').map((each) => textAt(each, 'name'))[0];
  return expression === undefined ? undefined : { expression, ...(name === undefined ? {} : { name }) };
}

function plain(expression: string, where: string, reading: FormReading): string | undefined {
  const refusal = refusalOf(expression);
  if (refusal === undefined) return expression;
  noteWarning(reading, 'expression-refused', where, `This expression is kept but not run: ${refusal}.`);
  return undefined;
}
