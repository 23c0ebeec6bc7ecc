/** A JSON object of a FHIR resource from outside: nothing about it is known until asked. */
export type FhirNode = { readonly [member: string]: unknown };

/** A member that is an object. */
export function node(value: unknown, ...path: readonly string[]): FhirNode | undefined {
  let at: unknown = value;
  for (const step of path) at = isNode(at) ? at[step] : undefined;
  return isNode(at) ? at : undefined;
}

/** A list of objects; a single object counts as a list of one (older FHIR versions), anything else as none. */
export function nodes(value: unknown, ...path: readonly string[]): readonly FhirNode[] {
  let at: unknown = value;
  for (const step of path) at = isNode(at) ? at[step] : undefined;
  if (Array.isArray(at)) return at.filter(isNode);
  return isNode(at) ? [at] : [];
}

/** A member that is a non-empty text. */
export function text(value: unknown, ...path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const step of path) at = isNode(at) ? at[step] : undefined;
  return typeof at === 'string' && at.trim() !== '' ? at.trim() : undefined;
}

/** Texts of a list. */
export function texts(value: unknown, ...path: readonly string[]): readonly string[] {
  let at: unknown = value;
  for (const step of path) at = isNode(at) ? at[step] : undefined;
  const list = Array.isArray(at) ? at : [at];
  return list.filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim());
}

/** What a CodeableConcept (or Coding, or plain text) is called: its text, else a display, else a code. */
export function conceptText(concept: unknown): string | undefined {
  if (typeof concept === 'string') return concept.trim() || undefined;
  const codings = nodes(concept, 'coding');
  const display = codings.map((coding) => text(coding, 'display')).find((one) => one !== undefined);
  return (
    text(concept, 'text') ??
    display ??
    text(concept, 'display') ??
    codings.map((coding) => text(coding, 'code')).find((one) => one !== undefined) ??
    text(concept, 'code')
  );
}

/** Codes of a CodeableConcept as `system|code`. */
export function codesOf(concept: unknown): readonly string[] {
  const codings = nodes(concept, 'coding');
  return (codings.length > 0 ? codings : nodes(concept)).map(
    (coding) => `${text(coding, 'system') ?? ''}|${text(coding, 'code') ?? ''}`,
  );
}

/** Whether a concept carries a code, whatever its system. */
export function hasCode(concept: unknown, ...codes: readonly string[]): boolean {
  if (typeof concept === 'string') return codes.includes(concept);
  return codesOf(concept).some((one) => codes.includes(one.slice(one.indexOf('|') + 1)));
}

function isNode(value: unknown): value is FhirNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
