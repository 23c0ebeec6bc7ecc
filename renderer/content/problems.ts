import type { Escalation } from '../domain/runbook/escalation';
import type { KnownProblem } from '../domain/runbook/known-problem';
import escalation from './library/problems/escalation.json';

const files = import.meta.glob<KnownProblem>('./library/problems/kp*.json', { eager: true, import: 'default' });

/** Every known problem shipped, by code; checked at build (problem-schema). */
export const PROBLEMS: readonly KnownProblem[] = Object.values(files).sort((a, b) => (a.code < b.code ? -1 : 1));

/** Severity, ladder and the page of names. */
export const ESCALATION = escalation as Escalation;
