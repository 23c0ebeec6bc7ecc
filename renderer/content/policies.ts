import type { Policy } from '../domain/reconciliation/policy';

const files = import.meta.glob<Policy>('./library/policies/*.json', { eager: true, import: 'default' });

/** The preset a new site starts with. */
export const DEFAULT_POLICY = 'by-outage-length';

/** Every preset shipped, the default first; checked at build (policy-schema). */
export const POLICIES: readonly Policy[] = Object.values(files).sort(
  (a, b) => Number(b.id === DEFAULT_POLICY) - Number(a.id === DEFAULT_POLICY) || a.title.localeCompare(b.title, 'en'),
);
