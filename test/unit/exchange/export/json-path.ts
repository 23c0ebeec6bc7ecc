type Step = string | number;

function child(value: unknown, step: Step): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<Step, unknown>>)[step] : undefined;
}

/** What lies at a path such as `code.coding.0.code`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce(child, value);
}

/** Puts a value at a path; undefined takes the member away. */
export function put(value: unknown, path: string, next: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>(child, value) as Record<string, unknown>;
  if (next === undefined) delete holder[last];
  else holder[last] = next;
}

/** Elements at a path; none when there is no list. */
export function list(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}
