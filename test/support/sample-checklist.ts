import type { Checklist, ChecklistStep } from '../../renderer/domain/checklist/checklist';

function step(id: string, more: Partial<ChecklistStep> = {}): ChecklistStep {
  return {
    id,
    object: 'Object',
    action: `act on ${id}`,
    mode: 'READ-DO',
    needs: [],
    evidence: 'tick',
    provenance: { mark: 'S', sources: [] },
    ...more,
  };
}

/** A small role card with every due rule, evidence and phase kind, for tests. */
export const SAMPLE_CHECKLIST: Checklist = {
  id: 'sample',
  title: 'Sample',
  role: 'nurse-in-charge',
  summary: 'For tests.',
  version: '1.0.0',
  status: 'draft',
  owner: 'Tests',
  reviewDate: '2027-11-22',
  phases: [
    { id: 'readiness', steps: [step('r-1')] },
    { id: 'planned', steps: [step('p-1', { due: { fromStart: -30 } })] },
    {
      id: 'first-15',
      steps: [
        step('declare', { due: { fromStart: 0 } }),
        step('ticket', { due: { fromStart: 5 }, evidence: 'text' }),
        step('beds', { due: { fromStart: 15 }, evidence: 'number' }),
      ],
    },
    {
      id: 'first-hour',
      steps: [step('bands', { due: { fromPhase: 30 } }), step('witness', { evidence: 'two-persons' })],
    },
    {
      id: 'during',
      steps: [
        step('hourly', { due: { every: 60, first: 60, from: 'start' } }),
        step('huddle', { due: { every: 240, first: 240, from: 'phase' } }),
        step('midnight', { due: { atClock: '00:00' } }),
      ],
    },
    { id: 'extended', steps: [step('rewrite', { due: { fromStart: 1440 } })] },
    { id: 'all-clear', steps: [step('confirm', { due: { fromPhase: 2 } })] },
    { id: 'close', steps: [step('sign')] },
  ],
};
