import { describe, expect, it } from 'vitest';
import { readChecklist } from '../../../renderer/content/checklist-schema';
import { CHECKLISTS } from '../../../renderer/content/checklists';
import { stepText, wordCount } from '../../../renderer/domain/checklist/checklist';
import { RUNBOOK_ROLES_OF } from '../../../renderer/domain/runbook/steps-for';
import { SAMPLE_CHECKLIST } from '../../support/sample-checklist';
import { COMPLETE, libraryFiles, shipped } from './library';

describe('shipped role cards', () => {
  it.each(libraryFiles('checklists').map(({ file, json }) => [file, json] as const))(
    '%s has no error',
    (_file, json) => {
      const { problems } = readChecklist(json, shipped());
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    },
  );

  it('cover all 14 roles, nurses first', () => {
    expect(CHECKLISTS).toHaveLength(14);
    expect(CHECKLISTS.slice(0, 2).map((card) => card.id)).toEqual(['nurse-in-charge', 'bedside-nurse']);
    expect(Object.keys(RUNBOOK_ROLES_OF).sort()).toEqual(CHECKLISTS.map((card) => card.id).sort());
  });

  it('give the nurse in charge all nine phases and 5 to 9 steps for the first 15 min', () => {
    const [card] = CHECKLISTS;
    expect(card?.phases.map((phase) => phase.id)).toEqual([
      'readiness',
      'planned',
      'first-15',
      'first-hour',
      'during',
      'extended',
      'all-clear',
      'back-entry',
      'close',
    ]);
    const first = card?.phases[2]?.steps.length ?? 0;
    expect(first).toBeGreaterThanOrEqual(5);
    expect(first).toBeLessThanOrEqual(9);
  });

  it('say every step in at most 12 words', () => {
    const lines = CHECKLISTS.flatMap((card) => card.phases.flatMap((phase) => phase.steps.map(stepText)));
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => wordCount(line) > 12)).toEqual([]);
  });
});

describe('readChecklist', () => {
  const change = (how: (card: Record<string, unknown>) => void): unknown => {
    const card = structuredClone({ ...SAMPLE_CHECKLIST }) as unknown as Record<string, unknown>;
    how(card);
    return card;
  };
  const step = (more: object) =>
    change((card) => {
      const [phase] = card['phases'] as { steps: object[] }[];
      if (phase) phase.steps[0] = { ...phase.steps[0], ...more };
    });
  const found = (json: unknown, today?: string) => {
    const { checklist, problems } = readChecklist(json, today === undefined ? COMPLETE : { ...COMPLETE, today });
    return {
      used: checklist !== undefined,
      problems: problems.map((problem) => [problem.severity, problem.code, problem.where]),
    };
  };

  it('uses a card without faults', () => {
    expect(found(SAMPLE_CHECKLIST)).toEqual({ used: true, problems: [] });
  });

  it.each([
    ['an unknown due rule', step({ due: { sometimes: 5 } }), 'bad-shape', 'phases[0].steps[0].due'],
    [
      'a clock time that does not exist',
      step({ due: { atClock: '25:00' } }),
      'bad-shape',
      'phases[0].steps[0].due.atClock',
    ],
    ['a member nobody knows', step({ colour: 'red' }), 'bad-shape', 'phases[0].steps[0]'],
    [
      'no owner',
      change((card) => {
        card['owner'] = ' ';
      }),
      'bad-shape',
      'owner',
    ],
    [
      'more than 12 words',
      step({ action: 'do one two three four five six seven eight nine ten eleven' }),
      'too-many-words',
      'phases[0].steps[0]',
    ],
    ['a step id twice', step({ id: 'p-1' }), 'step-twice', 'phases'],
    [
      'an unknown contact',
      step({ needs: [{ kind: 'contact', id: 'nobody' }] }),
      'unknown-contact',
      'phases[0].steps[0].needs[0]',
    ],
    [
      'a page that is not in the app',
      step({ needs: [{ kind: 'screen', id: 'cellar' }] }),
      'unknown-screen',
      'phases[0].steps[0].needs[0]',
    ],
    [
      'read without a source',
      step({ provenance: { mark: 'read', sources: [] } }),
      'no-source',
      'phases[0].steps[0].provenance',
    ],
    [
      'an unknown source',
      step({ provenance: { mark: 'S', sources: ['H-NIX'] } }),
      'unknown-source',
      'phases[0].steps[0].provenance',
    ],
    [
      'phases out of order',
      change((card) => {
        card['phases'] = (card['phases'] as unknown[]).toReversed();
      }),
      'phase-order',
      'phases',
    ],
  ])('refuses %s and says where', (_what, json, code, where) => {
    expect(found(json)).toEqual({ used: false, problems: [['error', code, where]] });
  });

  it('only warns of a form or runbook that is not shipped yet', () => {
    const needs = [
      { kind: 'form', id: 'F99' },
      { kind: 'runbook', id: 'code-blue' },
    ];
    expect(found(step({ needs }))).toEqual({
      used: true,
      problems: [
        ['warning', 'form-not-shipped', 'phases[0].steps[0].needs[0]'],
        ['warning', 'runbook-not-shipped', 'phases[0].steps[0].needs[1]'],
      ],
    });
  });

  it('names an overdue review and still uses the card', () => {
    expect(found(SAMPLE_CHECKLIST, '2028-01-01')).toEqual({
      used: true,
      problems: [['warning', 'review-overdue', 'reviewDate']],
    });
  });
});
