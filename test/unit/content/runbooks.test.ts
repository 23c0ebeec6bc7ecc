import { describe, expect, it } from 'vitest';
import { readRunbook } from '../../../renderer/content/runbook-schema';
import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { stepsOf } from '../../../renderer/domain/runbook/runbook';
import { libraryFiles, shipped } from './library';

const BLOOD = RUNBOOKS.find((runbook) => runbook.id === 'blood-bank');

describe('shipped runbooks', () => {
  it.each(libraryFiles('runbooks').map(({ file, json }) => [file, json] as const))('%s has no error', (_file, json) => {
    const { problems } = readRunbook(json, shipped());
    expect(problems.filter((problem) => problem.code !== 'form-not-shipped' && problem.code !== 'unreachable')).toEqual(
      [],
    );
  });

  it('carry the blood bank in full: 99 steps, seven blocks, nine decisions, a mark on each', () => {
    const steps = BLOOD ? stepsOf(BLOOD).map(({ step }) => step) : [];
    expect(steps.map((step) => step.number)).toEqual(Array.from({ length: 99 }, (_, n) => n + 1));
    expect(BLOOD?.phases.map((phase) => phase.blocks.length)).toEqual([1, 1, 7, 1, 1, 1]);
    expect(steps.filter((step) => step.kind === 'decide').map((step) => step.number)).toEqual([
      8, 21, 27, 36, 37, 61, 65, 76, 91,
    ]);
    expect(steps.filter((step) => step.provenance.mark === 'read' && step.provenance.sources.length === 0)).toEqual([]);
  });

  it('lead a bleeding patient to emergency release, massive transfusion or crossmatch', () => {
    const decision = BLOOD && stepsOf(BLOOD).find(({ step }) => step.number === 37)?.step;
    expect(decision?.options?.map((option) => [option.label, option.goTo])).toEqual([
      ['Yes', 's28'],
      ['No', 's38'],
      ['Massive bleeding', 's45'],
    ]);
  });
});

describe('readRunbook', () => {
  type Raw = { phases: { blocks: { id: string; steps: Record<string, unknown>[] }[] }[]; settings: unknown[] };
  const change = (how: (raw: Raw) => void): unknown => {
    const raw = structuredClone(BLOOD) as unknown as Raw;
    how(raw);
    return raw;
  };
  const codes = (json: unknown) =>
    readRunbook(json, shipped())
      .problems.filter((one) => one.severity === 'error')
      .map((one) => [one.code, one.where]);

  it.each([
    [
      'a branch to nowhere',
      change((raw) => {
        Object.assign(raw.phases[0]?.blocks[0]?.steps[0] ?? {}, { next: 's999' });
      }),
      'unknown-step',
      'phases[0].blocks[0].steps[0]',
    ],
    [
      'a timer without its setting',
      change((raw) => {
        raw.settings.shift();
      }),
      'unknown-setting',
      'phases[0].blocks[0].steps[0]',
    ],
    [
      'a decision with one answer',
      change((raw) => {
        Object.assign(raw.phases[1]?.blocks[0]?.steps[0] ?? {}, { options: [{ id: 'yes', label: 'Yes' }] });
      }),
      'bad-shape',
      'phases[1].blocks[0].steps[0].options',
    ],
  ])('refuses %s and says where', (_what, json, code, where) => {
    expect(codes(json)).toContainEqual([code, where]);
  });

  it('refuses a ring without a way out', () => {
    const ring = change((raw) => {
      const steps = raw.phases[0]?.blocks[0]?.steps ?? [];
      Object.assign(steps.at(-1) ?? {}, { next: 's01' });
    });
    const found = codes(ring);
    expect(found).toHaveLength(7);
    expect(found[0]).toEqual(['circular', 'phases[0].blocks[0].steps[0]']);
  });
});
