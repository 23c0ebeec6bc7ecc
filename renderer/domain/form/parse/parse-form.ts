import { canonicalJson, type JsonObject } from '../../basics/json';
import { ok, refuse, type Result } from '../../basics/result';
import type { FormDefinition, FormProblem } from '../form';
import { checkLinks } from './check-links';
import { extensionsOf, extensionText } from './extensions';
import { noteError, noteWarning, type FormReading } from './form-reading';
import { isDeeperThan, isObject, objectsAt, own, textAt } from './json-access';
import { parseOwn } from './own-extensions';
import { parseExpressions } from './parse-expressions';
import { noteModifiers, parseItems } from './parse-item';
import { readValueSets } from './value-sets';

const DEEPEST_JSON = 300;
const LONGEST_TEXT = 20 * 1024 * 1024;

/** Reads a form file's text: malformed JSON and files too large are named with their place. */
export function parseFormText(text: string, fallbackId?: string): Result<FormDefinition, readonly FormProblem[]> {
  if (text.length > LONGEST_TEXT) {
    return refuse([
      {
        code: 'too-large',
        where: '',
        message: `The file has ${Math.round(text.length / 1048576)} MB; a form may have ${LONGEST_TEXT / 1048576} MB.`,
      },
    ]);
  }
  let json: unknown;
  try {
    // A byte order mark is what Windows editors leave behind; it is no part of the form.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message.slice(0, 160) : '';
    return refuse([{ code: 'malformed-json', where: '', message: `The file is not JSON: ${detail}` }]);
  }
  return parseForm(json, fallbackId);
}

/**
 * Reads a FHIR Questionnaire (R4; R5 and STU3 where they map). Errors name the JSON path; nothing is half read: a
 * form with one error is refused whole. `fallbackId` names a form that has neither id, name nor url (its file name).
 */
export function parseForm(json: unknown, fallbackId = 'form'): Result<FormDefinition, readonly FormProblem[]> {
  if (!isObject(json))
    return refuse([
      { code: 'not-an-object', where: '', message: 'A form must be a JSON object, a FHIR Questionnaire.' },
    ]);
  const resourceType = own(json, 'resourceType');
  if (resourceType !== 'Questionnaire') {
    const found = typeof resourceType === 'string' ? `"${resourceType.slice(0, 40)}"` : 'missing';
    return refuse([
      {
        code: 'wrong-resource-type',
        where: 'resourceType',
        message: `A form must be a FHIR Questionnaire; resourceType is ${found}.`,
      },
    ]);
  }
  if (isDeeperThan(json, DEEPEST_JSON))
    return refuse([{ code: 'too-deep', where: '', message: `The JSON is nested deeper than ${DEEPEST_JSON} levels.` }]);
  const reading: FormReading = { errors: [], warnings: [], valueSets: readValueSets(json), linkIds: new Map() };
  const definition = readDefinition(json, fallbackId, reading);
  return reading.errors.length > 0 ? refuse(reading.errors) : ok(definition);
}

function readDefinition(json: JsonObject, fallbackId: string, reading: FormReading): FormDefinition {
  if (own(json, 'group') !== undefined && own(json, 'item') === undefined) {
    noteError(
      reading,
      'dstu2',
      'group',
      'This is a DSTU2 Questionnaire (it has "group" in place of "item"). Convert it to R4.',
    );
  }
  noteModifiers(json, '', reading);
  const items = parseItems(json, '', 1, reading);
  if (items.length === 0 && reading.errors.length === 0)
    noteWarning(reading, 'no-items', 'item', 'This form has no items.');
  checkLinks(items, reading);
  const extensions = extensionsOf(json, '');
  const url = textAt(json, 'url');
  const id = textAt(json, 'id') ?? textAt(json, 'name') ?? url?.split('/').at(-1) ?? fallbackId;
  const { variables, constraints } = parseExpressions(extensions, reading);
  const { backEntry, paper } = parseOwn(extensions, reading);
  const optional = {
    url,
    description: textAt(json, 'description'),
    owner: extensionText(extensions, 'own:owner') ?? textAt(json, 'publisher'),
    reviewDate: extensionText(extensions, 'own:reviewDate') ?? textAt(json, 'lastReviewDate'),
    copyright: textAt(json, 'copyright'),
    backEntry,
  };
  return {
    id,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<FormDefinition>),
    version: versionOf(json, reading),
    title: textAt(json, 'title') ?? textAt(json, 'name') ?? id,
    status: statusOf(json),
    code: objectsAt(json, 'code'),
    variables,
    constraints,
    paper,
    items,
    warnings: reading.warnings,
    source: json,
  };
}

/**
 * An answer keeps the version of the form it was given to, so every form needs one. Most public forms have none:
 * they get one made from their content, so that two different forms never share a version.
 */
function versionOf(json: JsonObject, reading: FormReading): string {
  const version = textAt(json, 'version');
  if (version !== undefined) return version;
  const made = `unversioned-${contentMark(canonicalJson(json))}`;
  noteWarning(
    reading,
    'version-missing',
    'version',
    `This form has no version; it is kept as ${made}, made from its content.`,
  );
  return made;
}

/** FNV-1a over the text, two lanes: a mark to tell contents apart, no protection. */
function contentMark(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ (unit + index), 0x85ebca6b) >>> 0;
  }
  return (high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')).slice(0, 12);
}

function statusOf(json: JsonObject): FormDefinition['status'] {
  const status = own(json, 'status');
  return status === 'draft' || status === 'active' || status === 'retired' ? status : 'unknown';
}
