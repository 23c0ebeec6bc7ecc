import { describe, expect, test } from 'vitest';
import { RUNBOOKS } from '../../../../renderer/content/runbooks';
import { stepsOf } from '../../../../renderer/domain/runbook/runbook';
import { paperRunbook } from '../../../../renderer/exchange/print/sheets/paper-runbook';
import { ROLE_WORDS, roleLegend } from '../../../../renderer/exchange/print/sheets/role-words';
import { en } from '../../../../renderer/ui/strings/en';
import { CONTEXT } from '../../../support/paper/sample-sheets';

test('roles are called the same on paper and on screen', () => {
  expect(ROLE_WORDS).toEqual(en.runbook.role);
});

test('the legend names each code once, and nobody for what is for everyone', () => {
  expect(roleLegend(['CN', 'ALL', 'RN', 'CN'])).toBe('CN Nurse in charge · RN Nurse');
});

describe.each(RUNBOOKS.map((runbook) => [runbook.id, runbook] as const))('%s on paper', (_id, runbook) => {
  const text = paperRunbook(runbook, { paper: 'A4', context: CONTEXT })
    .pages.map(({ html }) => html.replaceAll(/<[^>]+>/g, ' '))
    .join(' ')
    .replaceAll(/\s+/g, '');

  test('says what each role code stands for', () => {
    const codes = new Set(stepsOf(runbook).flatMap(({ step }) => step.roles.filter((role) => role !== 'ALL')));
    const unsaid = [...codes].filter((code) => !text.includes(`${code}${ROLE_WORDS[code]}`.replaceAll(/\s+/g, '')));
    expect(unsaid).toEqual([]);
  });

  test('says where a step leads that does not go on below', () => {
    const jumps = stepsOf(runbook).flatMap(({ step }) =>
      step.kind === 'do' && step.next !== undefined && step.next !== 'end' ? [step.next] : [],
    );
    const unsaid = jumps.filter((id) => {
      const number = stepsOf(runbook).find(({ step }) => step.id === id)?.step.number;
      return !text.includes(`Thengotostep${number}`);
    });
    expect(unsaid).toEqual([]);
  });
});
