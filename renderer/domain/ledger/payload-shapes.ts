import type { EntryType } from './entry';

/** Required members of a payload and their JSON kind; optional members end in `?`. */
export type PayloadShape = Readonly<Record<string, 'string' | 'number' | 'boolean' | 'array' | 'object'>>;

/**
 * Every entry type with the current version of its payload and what must be there. A payload is authenticated by its
 * seal, so this guards against our own mistakes and against newer writers, not against forgery.
 */
export const PAYLOADS = {
  'workstation.set-up': { v: 1, shape: { site: 'string', ward: 'string', workstation: 'string' } },
  'person.enrolled': { v: 1, shape: { person: 'string', name: 'string', role: 'string' } },
  'break-glass.made': { v: 1, shape: { count: 'number' } },
  'break-glass.used': { v: 1, shape: { name: 'string', role: 'string', reason: 'string' } },
  'break-glass.reviewed': { v: 1, shape: { use: 'string' } },
  'storage.recovered': { v: 1, shape: { from: 'string', entries: 'number', reason: 'string' } },
  'export.written': { v: 1, shape: { format: 'string', files: 'array', upTo: 'string', ledgerHead: 'string' } },
  'pack.printed': { v: 1, shape: { pages: 'number', sheets: 'array', target: 'string' } },
  'outage.declared': { v: 1, shape: { kind: 'string', systems: 'array', ward: 'string', since: 'string' } },
  'outage.joined': { v: 1, shape: { ward: 'string', since: 'string' } },
  'system.changed': { v: 1, shape: { system: 'string', state: 'string', since: 'string' } },
  'outage.ended': { v: 1, shape: { until: 'string' } },
  'outage.resumed': { v: 1, shape: { since: 'string', reason: 'string' } },
  'outage.closed': { v: 1, shape: { closedAt: 'string', openItems: 'number' } },
  'incident.logged': { v: 1, shape: { text: 'string', kind: 'string', occurredAt: 'string' } },
  'run.started': { v: 1, shape: { checklist: 'string', ward: 'string', startedAt: 'string' } },
  'step.done': { v: 1, shape: { step: 'string', round: 'number' } },
  'step.marked-not-applicable': { v: 1, shape: { step: 'string', round: 'number', reason: 'string' } },
  'step.undone': { v: 1, shape: { step: 'string', round: 'number' } },
  'runbook.opened': { v: 1, shape: { runbook: 'string', ward: 'string' } },
  'runbook-step.done': { v: 1, shape: { step: 'string', round: 'number' } },
  'runbook.answered': { v: 1, shape: { step: 'string', option: 'string' } },
  'runbook-step.undone': { v: 1, shape: { step: 'string' } },
  'runbook.closed': { v: 1, shape: { outcome: 'string' } },
  'problem.opened': { v: 1, shape: { problem: 'string', ward: 'string', since: 'string', level: 'number' } },
  'problem-fix.tried': { v: 1, shape: { fix: 'string', worked: 'boolean' } },
  'problem.escalated': { v: 1, shape: { to: 'string' } },
  'problem.taken': { v: 1, shape: {} },
  'problem.closed': { v: 1, shape: { outcome: 'string' } },
  'problem.reopened': { v: 1, shape: { since: 'string' } },
  'problem-act.undone': { v: 1, shape: { act: 'string' } },
  'snapshot.imported': {
    v: 1,
    shape: { snapshot: 'string', asOf: 'string', source: 'string', format: 'string', patients: 'number' },
  },
  'patient.added': { v: 1, shape: { facts: 'object', downtimeNumber: 'string', arrivedAt: 'string' } },
  'patient.updated': { v: 1, shape: { facts: 'object' } },
  'patient.linked': { v: 1, shape: { downtimeNumber: 'string', mrn: 'string' } },
  'patient.unlinked': { v: 1, shape: { downtimeNumber: 'string', mrn: 'string', reason: 'string' } },
  'patient.moved': { v: 1, shape: { kind: 'string', occurredAt: 'string' } },
  'form.signed': {
    v: 1,
    shape: {
      serial: 'string',
      form: 'string',
      version: 'string',
      patient: 'string',
      response: 'object',
      occurredAt: 'string',
      signature: 'object',
      accepted: 'array',
    },
  },
  'form.amended': {
    v: 1,
    shape: {
      serial: 'string',
      form: 'string',
      version: 'string',
      patient: 'string',
      response: 'object',
      occurredAt: 'string',
      reason: 'string',
      signature: 'object',
      accepted: 'array',
    },
  },
  'form.struck-through': { v: 1, shape: { serial: 'string', reason: 'string', signature: 'object' } },
  'item.marked': { v: 1, shape: { serial: 'string', item: 'string', as: 'string' } },
  'item.verified': { v: 1, shape: { serial: 'string', item: 'string' } },
  'item.reopened': { v: 1, shape: { serial: 'string', item: 'string', reason: 'string' } },
  'item.claimed': { v: 1, shape: { serial: 'string', item: 'string' } },
  'item.released': { v: 1, shape: { serial: 'string', item: 'string' } },
} as const satisfies Record<EntryType, { readonly v: number; readonly shape: PayloadShape }>;
