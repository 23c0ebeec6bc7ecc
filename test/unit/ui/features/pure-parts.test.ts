import { describe, expect, test } from 'vitest';
import { DIRECTORY } from '../../../../renderer/content/contacts';
import { NOBODY } from '../../../../renderer/domain/ledger/entry';
import { projectOutages } from '../../../../renderer/domain/outage/projection';
import { NO_LIBRARY } from '../../../../renderer/app/library';
import { needLinks } from '../../../../renderer/ui/features/checklist/need-links';
import { initialsOf } from '../../../../renderer/ui/features/checklist/initials';
import { findContacts } from '../../../../renderer/ui/features/contacts/find-contacts';
import { kindOf, lastTimeOfDay } from '../../../../renderer/ui/features/declare/answers';
import { timelineOf } from '../../../../renderer/ui/features/log/timeline';
import { parseRoute } from '../../../../renderer/ui/route/route';
import { declareOutage, endOutage, logIncident, resumeOutage } from '../../../../renderer/domain/outage/commands';
import { accepted, countingIds, TestLedger } from '../../../support/test-ledger';

test('an unknown or broken address is the start page', () => {
  expect(parseRoute('')).toEqual({ screen: 'start', rest: [] });
  expect(parseRoute('#/nowhere/1')).toEqual({ screen: 'start', rest: [] });
  expect(parseRoute('#/runbooks/blood-bank/C%20D')).toEqual({ screen: 'runbooks', rest: ['blood-bank', 'C D'] });
  expect(parseRoute('#/log/%E0%A4')).toEqual({ screen: 'log', rest: ['%E0%A4'] });
});

describe('a time of day', () => {
  test('is today when it has been, with the ward clock’s offset', () =>
    expect(lastTimeOfDay('05:27', '2026-11-22T07:41:05.000+01:00')).toBe('2026-11-22T05:27:00.000+01:00'));
  test('is yesterday when it has not come yet today', () =>
    expect(lastTimeOfDay('23:50', '2026-03-01T00:10:00.000+01:00')).toBe('2026-02-28T23:50:00.000+01:00'));
});

test('a drill stays a drill whatever is said to be down', () => {
  expect(kindOf('drill', { kind: 'partial' })).toBe('drill');
  expect(kindOf('now', { kind: 'partial' })).toBe('partial');
});

test('a number is found when beginnings of role or place are typed without accents', () => {
  expect(findContacts(DIRECTORY.contacts, 'blood desk').map((one) => one.id)).toContain('blood-bank');
  expect(findContacts(DIRECTORY.contacts, '4100').map((one) => one.id)).toEqual(['help-desk']);
  expect(findContacts(DIRECTORY.contacts, 'zzz')).toEqual([]);
  expect(findContacts(DIRECTORY.contacts, '')).toHaveLength(DIRECTORY.contacts.length);
});

test('initials stand for a person, and for nobody when nobody had to sign in', () => {
  const people = [{ id: 'p', name: 'A. Moreau' }];
  expect(initialsOf('p', people)).toBe('AM');
  expect(initialsOf(NOBODY, people)).toBe('');
});

test('the story of an event is told newest first when it ended, was resumed and people wrote', () => {
  const ledger = new TestLedger('PC');
  const newId = countingIds();
  const clock = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
  const write = (
    time: string,
    make: (state: ReturnType<typeof projectOutages>, now: string) => ReturnType<typeof endOutage>,
  ): void => void ledger.append(clock(time), accepted(make(projectOutages(ledger.entries), clock(time))));
  const outage = 'id-1';
  write('05:30', (state, now) =>
    declareOutage(
      state,
      { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: clock('05:27') },
      { now, newId, by: '-' },
    ),
  );
  write('07:00', (state, now) => endOutage(state, { outage, until: now }, { now, newId, by: 'p' }));
  write('07:10', (state, now) =>
    resumeOutage(state, { outage, since: now, reason: 'still down' }, { now, newId, by: 'p' }),
  );
  write('08:00', (state, now) =>
    logIncident(state, { outage, kind: 'safety', text: 'tube', occurredAt: clock('06:50') }, { now, newId, by: 'p' }),
  );
  const [event] = projectOutages(ledger.entries).events;
  expect(event && timelineOf(event).map((item) => `${item.occurredAt.slice(11, 16)} ${item.what}`)).toEqual([
    '07:10 resumed',
    '07:00 ended',
    '06:50 line',
    '05:27 declared',
  ]);
});

test('a need opens what this version has and is said as paper when it has no such form', () => {
  const needs = [
    { kind: 'form', id: 'F23' },
    { kind: 'contact', id: 'help-desk' },
    { kind: 'runbook', id: 'not-shipped' },
    { kind: 'print', id: 'ward-pack' },
    { kind: 'screen', id: 'log' },
  ] as const;
  const library = { ...NO_LIBRARY, directory: DIRECTORY };
  const { links, onPaper } = needLinks(needs, library, (screen) => screen !== 'log');
  expect(links.map((link) => link.href)).toEqual(['#/contacts/help-desk', '#/print/patients']);
  expect(links[0]?.name).toBe('IT service desk 000-4100');
  expect(onPaper).toEqual(['F23']);
});
