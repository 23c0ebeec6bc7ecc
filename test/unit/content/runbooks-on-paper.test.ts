import { describe, expect, test } from 'vitest';
import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { runbookLine, stepsOf } from '../../../renderer/domain/runbook/runbook';
import { paperRunbook } from '../../../renderer/exchange/print/sheets/paper-runbook';
import { CONTEXT } from '../../support/paper/sample-sheets';

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

describe.each(RUNBOOKS.map((runbook) => [runbook.id, runbook] as const))('%s on paper', (_id, runbook) => {
  test.each(['A4', 'Letter'] as const)('keeps every step whole on %s', (paper) => {
    const { pages, tooHigh } = paperRunbook(runbook, { paper, context: CONTEXT });
    const printed = squeezed(
      pages
        .map(({ html }) => html.replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"'))
        .join('')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
    const lost = stepsOf(runbook)
      .map(({ step }) => step)
      .filter((step) => !printed.includes(squeezed(`${step.number}${runbookLine(step)}`)))
      .map((step) => `${step.number} ${runbookLine(step)}`);
    const blocks = runbook.phases
      .flatMap((phase) => phase.blocks)
      .filter((block) => /^[A-Z]$/.test(block.id))
      .map((block) => `${block.id} ${block.title}`);
    expect(tooHigh).toEqual([]);
    expect(blocks.filter((title) => !printed.includes(squeezed(title)))).toEqual([]);
    expect(lost).toEqual([]);
  });
});
