import type { Runbook } from '../domain/runbook/runbook';

const files = import.meta.glob<Runbook>('./library/runbooks/*.json', { eager: true, import: 'default' });

/** Every runbook shipped, by title; checked at build (runbook-schema). */
export const RUNBOOKS: readonly Runbook[] = Object.values(files).sort((a, b) => a.title.localeCompare(b.title, 'en'));
