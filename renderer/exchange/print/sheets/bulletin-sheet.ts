import type { Instant } from '../../../domain/basics/time';
import { type Bulletin, bulletinOf, type BulletinSystem } from '../../../domain/outage/bulletin';
import { durationText } from '../../../domain/outage/duration-text';
import type { SystemName } from '../../../domain/outage/entries';
import type { OutageState } from '../../../domain/outage/outage';
import { outageElapsedMs } from '../../../domain/outage/phases';
import { EVENT_WORDS } from '../event-words';
import { paragraph, sectionHeading } from '../form/headings';
import type { Block } from '../layout/block';
import { dataTable } from '../layout/data-table';
import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import type { SheetPages } from '../sheet-pages';
import { clinicalInstant, timeSeenFrom } from '../type/dates';
import { lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { framedNotice, handLines, PLAIN_RHYTHM } from './plain-blocks';
import { plainSheetPages } from './plain-sheet';

/** What a sheet about the event is made of; `systems`: names as the ward knows them; `people`: names by user id. */
export interface EventSheetInput {
  readonly event: OutageState;
  readonly systems: ReadonlyMap<SystemName, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly paper: Paper;
  readonly context: PaperContext;
}

/** One page for the notice board, with the words to read aloud (P-JCI: what, where, since when, until when, who says so). */
export function bulletinSheet({ event, systems, people, now, paper, context }: EventSheetInput): SheetPages {
  const bulletin = bulletinOf(event, now);
  const { update, nextAt } = bulletin;
  const nameOf = (system: SystemName): string => systems.get(system) ?? system;
  const whoSaid =
    update && [update.saidBy ?? people.get(update.by), clinicalInstant(update.at)].filter(Boolean).join(', ');
  const next = nextAt === undefined ? EVENT_WORDS.nextNone : EVENT_WORDS.next(clinicalInstant(nextAt));
  const back = event.until !== undefined;
  const aloud = [
    `${headline(event)}.`,
    namesIn(bulletin.systems.down, nameOf, EVENT_WORDS.aloudDown),
    namesIn(bulletin.systems.degraded, nameOf, EVENT_WORDS.aloudSlow),
    namesIn(bulletin.systems.up, nameOf, EVENT_WORDS.aloudUp),
    update ? EVENT_WORDS.aloudWord : '',
    back ? EVENT_WORDS.aloudBack : EVENT_WORDS.aloudKeep,
    back ? '' : `${next}.`,
  ].filter((sentence) => sentence !== '');
  const blocks = (width: number): readonly Block[] => [
    bigLine(headline(event), width),
    handLines(
      [
        [EVENT_WORDS.wards, event.wards.map(({ ward }) => ward).join(', ')],
        [EVENT_WORDS.lasts, durationText(outageElapsedMs(event, now))],
        ...(back
          ? []
          : ([
              [
                EVENT_WORDS.expected,
                event.expectedUntil === undefined ? EVENT_WORDS.expectedUnknown : clinicalInstant(event.expectedUntil),
              ],
            ] as const)),
      ],
      width,
    ),
    framedNotice(
      EVENT_WORDS.saidTitle,
      update ? [update.text, whoSaid ?? ''].filter(Boolean) : [EVENT_WORDS.noWord],
      width,
    ),
    systemTable(bulletin.systems, nameOf, now, width),
    ...(back ? [] : [bigLine(next, width)]),
    sectionHeading(EVENT_WORDS.aloud, width, PLAIN_RHYTHM),
    ...aloud.map((sentence) => paragraph(sentence, width, { ...PLAIN_RHYTHM, gap: 0.8 }, 'bodyBold')),
    paragraph(EVENT_WORDS.oldDown, width, PLAIN_RHYTHM, 'note'),
  ];
  return plainSheetPages(
    {
      title: EVENT_WORDS.bulletinTitle(bulletin.number),
      code: 'BULLETIN',
      version: String(bulletin.number),
      serial: context.workstation,
      draft: false,
      blocks,
    },
    paper,
    context,
  );
}

function headline({ kind, since, until, systems }: OutageState): string {
  const { headline: words } = EVENT_WORDS;
  if (until !== undefined) return words.back(clinicalInstant(until));
  const when = clinicalInstant(since);
  if (kind === 'slow') return words.slow(when);
  if (kind === 'planned') return words.planned(when);
  return systems.ehr.state === 'down' ? words.down(when) : words.other(when);
}

function namesIn(
  list: readonly BulletinSystem[],
  nameOf: (system: SystemName) => string,
  sentence: (names: string) => string,
): string {
  return list.length === 0 ? '' : sentence(list.map(({ system }) => nameOf(system)).join(', '));
}

/** One table, what does not work on top; a system nobody spoke about is never left out, or it would pass for working. */
function systemTable(
  systems: Bulletin['systems'],
  nameOf: (system: SystemName) => string,
  now: Instant,
  width: number,
): Block {
  const columns = [
    { head: EVENT_WORDS.system, share: 6 },
    { head: EVENT_WORDS.state, share: 4.8 },
    { head: EVENT_WORDS.since, share: 3.3 },
    { head: EVENT_WORDS.whoSaid, share: 2.8 },
  ];
  const rows = (['down', 'degraded', 'up', 'unknown'] as const).flatMap((state) =>
    systems[state].map(({ system, since, saidBy }) => [
      { text: nameOf(system), style: 'bodyBold' as const },
      { text: EVENT_WORDS.states[state], style: state === 'down' ? ('bodyBold' as const) : ('body' as const) },
      { text: since === undefined ? '–' : timeSeenFrom(since, now), style: 'body' as const },
      { text: saidBy ?? '–', style: 'body' as const },
    ]),
  );
  return dataTable(EVENT_WORDS.system, columns, rows, width, 5.4);
}

/** Read from across the corridor. */
function bigLine(text: string, width: number): Block {
  const lines = wrapText(text, 'huge', width);
  return {
    field: text,
    height: lines.length * lineHeight('huge'),
    before: 3,
    draw: (ink, x, y) => ink.text({ x, y, width, lines, style: 'huge', fit: text, tag: 'h2' }),
  };
}
