import type { KnownProblem } from '../../../../renderer/domain/runbook/known-problem';

const MARK = { mark: 'S', sources: [] } as const;

/** A known problem with two tries and two limits, for tests. */
export function problem(code: string, title: string, symptoms: readonly string[]): KnownProblem {
  return {
    id: code.toLowerCase(),
    code,
    title,
    version: '1.0.0',
    status: 'draft',
    owner: 'Test',
    reviewDate: '2027-01-01',
    ownedBy: { who: 'Clerk' },
    deputy: { who: 'IT desktop', contact: 'it' },
    systems: [],
    levels: [{ level: 2 }],
    symptoms,
    checks: ['Power'],
    fixes: [
      { id: 'f1', object: 'Scanner', action: 'swap', needs: [], provenance: MARK },
      { id: 'f2', object: 'Band', action: 'reprint', needs: [], provenance: MARK },
    ],
    limits: [
      { id: 'slow', unit: 'h', value: 4, provenance: MARK },
      { id: 'shift', until: 'end of shift', provenance: MARK },
    ],
    next: [{ who: 'IT lead', contact: 'it-lead' }],
    notes: [],
  };
}
