import { describe, expect, test } from 'vitest';
import { SYSTEM_TEXTS } from '../../../../renderer/content/systems';
import { afterAction } from '../../../../renderer/domain/after-action/after-action';
import { declareOutage, endOutage, logIncident, updateOutage } from '../../../../renderer/domain/outage/commands';
import { SYSTEMS } from '../../../../renderer/domain/outage/entries';
import type { OutageState } from '../../../../renderer/domain/outage/outage';
import { currentOutage, NO_OUTAGES, projectOutages } from '../../../../renderer/domain/outage/projection';
import { OUTAGE_LIMITS } from '../../../../renderer/domain/outage/rules';
import { bulletinSheet } from '../../../../renderer/exchange/print/sheets/bulletin-sheet';
import { afterActionCsv } from '../../../../renderer/exchange/report/after-action-csv';
import { afterActionSheet } from '../../../../renderer/exchange/report/after-action-sheet';
import { afterActionTables } from '../../../../renderer/exchange/report/after-action-tables';
import { CONTEXT } from '../../../support/paper/sample-sheets';
import { accepted, TestLedger } from '../../../support/test-ledger';

const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
const ctx = (now: string) => ({ now: at(now), by: 'u1', newId: () => 'o1' });
const systems = new Map(SYSTEM_TEXTS.map(({ id, title }) => [id, title]));
const people = new Map([['u1', 'R. Halle']]);

function eventOf(pc: TestLedger): OutageState {
  const event = currentOutage(projectOutages(pc.entries));
  if (!event) throw new Error('declared');
  return event;
}

function down(): TestLedger {
  const pc = new TestLedger('pc1');
  const input = { kind: 'unplanned', systems: SYSTEMS, ward: '7B', since: at('02:00') } as const;
  pc.append(at('02:05'), accepted(declareOutage(NO_OUTAGES, input, ctx('02:05'))));
  return pc;
}

const textOf = ({ pages }: { readonly pages: readonly { readonly html: string }[] }): string =>
  pages
    .map(({ html }) => html.replaceAll(/<[^>]+>/g, ' '))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

describe.each(['A4', 'Letter'] as const)('the bulletin on %s', (paper) => {
  const print = (pc: TestLedger, now: string) =>
    bulletinSheet({ event: eventOf(pc), systems, people, now: at(now), paper, context: CONTEXT });

  test('is one page at its longest: every system down, the longest word', () => {
    const pc = down();
    const text = 'Word '.repeat(OUTAGE_LIMITS.updateLength / 5).trim();
    const word = { outage: 'o1', text, saidBy: 'W'.repeat(80), nextAt: at('04:00'), expectedUntil: at('09:00') };
    pc.append(at('03:00'), accepted(updateOutage(projectOutages(pc.entries), word, ctx('03:00'))));
    const sheet = print(pc, '03:10');
    expect(sheet.tooHigh).toEqual([]);
    expect(sheet.pages).toHaveLength(1);
    expect(textOf(sheet)).toContain('Next word at 22-Nov-2026 04:00');
  });

  test('says that the EHR is back when it is, and promises nothing more', () => {
    const pc = down();
    pc.append(
      at('05:00'),
      accepted(endOutage(projectOutages(pc.entries), { outage: 'o1', until: at('05:00') }, ctx('05:00'))),
    );
    const text = textOf(print(pc, '05:05'));
    expect(text).toContain('EHR is BACK since 22-Nov-2026 05:00');
    expect(text).not.toContain('Next word');
  });
});

describe('the after-action report', () => {
  const pc = down();
  const line = { outage: 'o1', kind: 'safety', text: '=1+1 tube, "no label"', occurredAt: at('03:00') } as const;
  pc.append(at('03:10'), accepted(logIncident(projectOutages(pc.entries), line, ctx('03:10'))));
  const event = eventOf(pc);
  const report = afterAction({
    event,
    entries: pc.entries,
    steps: [],
    forms: [],
    requests: [],
    resultedAt: () => undefined,
    problems: [],
    now: at('04:00'),
  });
  const given = { event, report, systems, people, titles: new Map<string, string>() };

  test('says the same on paper as in the spreadsheets', () => {
    const paper = textOf(afterActionSheet(given, { paper: 'A4', context: CONTEXT }))
      .replaceAll('&quot;', '"')
      .replaceAll(' ', '');
    for (const { rows } of afterActionTables(given))
      for (const cell of rows.flat()) expect(paper).toContain(cell.replaceAll(' ', ''));
  });

  test('leaves out tables with nothing in them and is safe in a spreadsheet', () => {
    const files = afterActionCsv(given);
    expect(files.map(({ name }) => name)).toEqual([
      'after-action-measures.csv',
      'after-action-safety.csv',
      'after-action-timeline.csv',
    ]);
    const safety = files.find(({ name }) => name.includes('safety'));
    const text = new TextDecoder().decode(safety?.bytes);
    expect(text).toContain(`'=1+1 tube`);
    expect(text).not.toMatch(/(^|,)"?=1/m);
  });
});
