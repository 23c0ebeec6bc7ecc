import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { at, clock, libraryForm, workedOut } from './worked-out';

const FOUND = { 'found-at': at('23:50') };
const NEXT_DAY = (time: string) => ({ valueDateTime: `2026-11-23T${time}:00+01:00` });

describe('a resuscitation record', () => {
  test('counts minutes from the time found, over midnight too, when lines have a time', async () => {
    const { texts } = await workedOut(
      'F20',
      { ...FOUND, 'team-at': clock('23:53') },
      { timeline: [{ t: clock('23:51') }, { t: clock('00:02') }, { event: 'no time' }] },
    );
    expect(texts('minute')).toEqual(['1 min', '12 min', '']);
    expect(texts('minutes-to-team')).toEqual(['3 min']);
  });

  test('counts shocks but not pacing, and the minutes to the first', async () => {
    const { texts } = await workedOut('F20', FOUND, {
      timeline: [
        { t: clock('23:52'), rhythm: 'vf', pulse: 'no', compressions: 'yes' },
        { t: clock('23:54'), shock: 150, 'shock-mode': 'defibrillation' },
        { t: clock('23:56'), shock: 200, 'shock-mode': 'defibrillation' },
        { t: clock('00:01'), shock: 60, 'shock-mode': 'pacing' },
      ],
    });
    expect(texts('shocks')).toEqual(['2']);
    expect(texts('to-first-shock')).toEqual(['4 min']);
  });

  test('says nothing of shocks or length when there was none and the end is open', async () => {
    const { texts, scores } = await workedOut('F20', FOUND, { timeline: [{ t: clock('23:52') }] });
    expect([texts('shocks'), texts('to-first-shock')]).toEqual([[''], ['']]);
    expect(scores('lasted')).toEqual([[undefined, undefined]]);
  });

  test('says how long it lasted when it ended the next day', async () => {
    expect((await workedOut('F20', { ...FOUND, 'end-at': NEXT_DAY('00:17') })).texts('lasted')).toEqual(['27 min']);
  });

  test('asks for rhythm, pulse and CPR together, and for the route of a medicine', async () => {
    const { broken } = await workedOut('F20', FOUND, {
      timeline: [
        { t: clock('23:52'), rhythm: 'pea' },
        { t: clock('23:53'), drug: 'Epinephrine 1 mg' },
      ],
    });
    expect(broken).toEqual(['warning pulse', 'warning drug-route']);
  });

  test('asks for the time of death and who said it only when the patient died', async () => {
    expect((await workedOut('F20', { result: 'pulse-back' })).wanting).not.toContain('died-at');
    expect((await workedOut('F20', { result: 'died' })).wanting).toEqual(
      expect.arrayContaining(['died-at', 'pronounced-by']),
    );
  });

  test('is scanned whole; allergy, lines, code status, running infusions, death go to their owners', async () => {
    const { response } = await workedOut('F20', {
      ...FOUND,
      'end-at': NEXT_DAY('00:17'),
      result: 'died',
      'died-at': NEXT_DAY('00:15'),
      'pronounced-by': 'Dr Okafor',
      'airway-device': 'tracheal-tube',
      'new-allergy': 'Latex: swelling',
      leader: 'Dr Okafor',
    });
    const items = backEntryItems(libraryForm('F20'), {
      serial: 's',
      book: 'o',
      form: 'F20',
      version: '0.1.0',
      patient: 'p1',
      conflicts: [],
      versions: [
        {
          entry: 'e',
          response,
          occurredAt: '2026-11-22T23:50:00+01:00',
          at: '2026-11-23T00:40:00+01:00',
          by: 'u',
          accepted: [],
          signature: {
            person: 'u',
            name: 'A. Moreau RN',
            role: 'nurse',
            meaning: 'authored',
            signedAt: '2026-11-23T00:40:00+01:00',
            signedWith: 'pin',
          },
        },
      ],
    });
    expect(items.map(({ item, owner, disposition }) => `${owner} ${disposition} ${item}`)).toEqual([
      'registration enter died-at',
      'nursing enter new-allergy',
      'medical-records scan form',
      'nursing enter airway',
    ]);
    expect(items[0]?.occurredAt).toBe('2026-11-23T00:15:00+01:00');
  });
});
