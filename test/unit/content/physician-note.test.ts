import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import { answered, optionOf } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';
import { settled, shipped, signedBy } from './settled';

const form = shipped('F09');
const empty = newResponse(form);
const asOf = '2026-11-22T05:15:00+01:00';

describe('a physician note', () => {
  test('asks for the procedure only when it is about one', async () => {
    const asked = async (type: string) =>
      (await settled(form, answered(form, empty, { type: optionOf(form, 'type', type) }))).findings.flatMap(
        ({ code, linkId }) => (code === 'required' ? [linkId] : []),
      );
    expect(await asked('progress')).toEqual(['note-at']);
    expect(await asked('procedure')).toEqual([
      'note-at',
      'procedure-name',
      'consent',
      'procedure-for',
      'timeout',
      'operator',
    ]);
  });

  test('starts with the vital signs of the snapshot, each with its own time', async () => {
    const observations = [
      { name: 'Heart rate', value: '88', unit: '/min', at: '2026-11-22T05:00:00+01:00' },
      { name: 'Temperature', value: '38.1', unit: '°C', at: '2026-11-21T23:30:00+01:00' },
      { name: 'Pain', value: '3' },
    ];
    const started = prefillForm({ definition: form, response: empty, facts: { ...MAJA, observations }, asOf });
    expect((await settled(form, started)).text('vitals')).toBe(
      'Heart rate 88 /min (22-Nov-2026 05:00); Temperature 38.1 °C (21-Nov-2026 23:30); Pain 3',
    );
  });

  test('leaves the vital signs open when the snapshot has none', () => {
    const started = prefillForm({ definition: form, response: empty, facts: MAJA, asOf });
    expect(JSON.stringify(started)).not.toContain('vitals');
  });

  test('enters a changed code status by itself and before the note', () => {
    const response = answered(form, empty, {
      'note-at': { valueDateTime: '2026-11-22T06:40:00+01:00' },
      subjective: { valueString: 'Less pain' },
      'code-status': { valueString: 'Limited: no intubation' },
    });
    expect(
      backEntryItems(form, signedBy(form, response)).map(({ item, dataClass, priority, label }) => [
        item,
        dataClass,
        priority,
        label,
      ]),
    ).toEqual([
      ['code-status', 'code-status', 2, 'Code status now · Limited: no intubation'],
      ['form', 'notes', 6, 'Physician note · 22-Nov-2026 06:40 · Less pain'],
    ]);
  });

  test('has nothing to say of a code status that is still what the EHR has', () => {
    const facts = { ...MAJA, codeStatus: 'Full' };
    const started = prefillForm({ definition: form, response: empty, facts, asOf });
    expect(backEntryItems(form, signedBy(form, started))).toEqual([]);
  });
});
