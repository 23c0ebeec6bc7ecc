import type { Json, JsonObject } from '../../basics/json';
import { objectsAt, own, textAt } from './json-access';

/** Base of our own extensions, see renderer/content/README.md. The host does not exist on purpose: nothing is fetched. */
export const OWN_EXTENSIONS = 'https://downtime-box.invalid/fhir/StructureDefinition/';

/** One extension as it stands in the file. */
export interface FoundExtension {
  /** The value[x], whatever x. */
  readonly value: Json | undefined;
  readonly object: JsonObject;
  readonly where: string;
}

/** Extensions by short name: `itemControl`, `minOccurs`, `variable`, ours as `own:softMin`. */
export type Extensions = ReadonlyMap<string, readonly FoundExtension[]>;

/**
 * The extensions of an element by short name. HL7 moved them between `questionnaire-x`, `sdc-questionnaire-x` and
 * plain `x` over the versions; all three name the same thing. Others' extensions keep their whole URL as name.
 */
export function extensionsOf(element: JsonObject, where: string): Extensions {
  const found = new Map<string, FoundExtension[]>();
  objectsAt(element, 'extension').forEach((object, index) => {
    const url = textAt(object, 'url');
    if (url === undefined) return;
    const name = shortName(url);
    const list = found.get(name) ?? [];
    list.push({ value: valueOf(object), object, where: `${where}.extension[${index}]` });
    found.set(name, list);
  });
  return found;
}

/** The first extension of a name. */
export function firstExtension(extensions: Extensions, name: string): FoundExtension | undefined {
  return extensions.get(name)?.[0];
}

/** The first value of a name when it is a text. */
export function extensionText(extensions: Extensions, name: string): string | undefined {
  const value = firstExtension(extensions, name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The first value of a name when it is a number. */
export function extensionNumber(extensions: Extensions, name: string): number | undefined {
  const value = firstExtension(extensions, name)?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether the first value of a name is true. */
export function extensionFlag(extensions: Extensions, name: string): boolean {
  return firstExtension(extensions, name)?.value === true;
}

/** The value[x] of an extension. */
export function valueOf(object: JsonObject): Json | undefined {
  const key = Object.keys(object).find((member) => /^value[A-Z]/.test(member));
  return key === undefined ? undefined : own(object, key);
}

function shortName(url: string): string {
  if (url.startsWith(OWN_EXTENSIONS)) return `own:${url.slice(OWN_EXTENSIONS.length)}`;
  if (!/^https?:\/\/(www\.)?hl7\.org\/fhir\//.test(url)) return url;
  return url
    .slice(url.lastIndexOf('/') + 1)
    .replace(/^sdc-questionnaire-/, '')
    .replace(/^questionnaire-/, '');
}
