import type { Json, JsonObject } from '../../basics/json';

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a member, or undefined when it is missing, blank or no text. */
export function textAt(object: JsonObject, member: string): string | undefined {
  const value = own(object, member);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The number of a member, or undefined. */
export function numberAt(object: JsonObject, member: string): number | undefined {
  const value = own(object, member);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether a member is true. */
export function flagAt(object: JsonObject, member: string): boolean {
  return own(object, member) === true;
}

/** The objects of a list member; anything else in it is left out. */
export function objectsAt(object: JsonObject, member: string): readonly JsonObject[] {
  const value = own(object, member);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The object of a member, or undefined. */
export function objectAt(object: JsonObject, member: string): JsonObject | undefined {
  const value = own(object, member);
  return isObject(value) ? value : undefined;
}

/** A member of the object itself: `constructor` in a form file is not Object.prototype's. */
export function own(object: JsonObject, member: string): Json | undefined {
  return Object.hasOwn(object, member) ? object[member] : undefined;
}

/** Whether JSON is nested deeper than `limit`; without recursion, so that hostile nesting cannot end the program. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      for (const child of Array.isArray(each) ? each : Object.values(each)) next.push(child);
    }
    level = next;
  }
  return false;
}
