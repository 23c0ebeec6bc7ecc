import type { BoardPatient } from '../../domain/patient/board';
import { message, segment } from '../hl7v2/build';
import type { ExportInput } from './export-input';
import { AUTHORITY, backLoadedZ, pid, pv1, ts } from './hl7-segments';
import type { AllergyRecord, MoveRecord } from './records';
import { personOf } from './collect-records';

/** Makes a header of one type with a control id that is always the same for the same fact. */
export type MakeHeader = (type: readonly [code: string, event: string, structure: string], key: string) => string;

/** A message and the key of the fact it carries. */
export interface AboutMessage {
  readonly text: string;
  readonly about: string;
}

const EVENTS: Readonly<Record<MoveRecord['move'], readonly [event: string, structure: string]>> = {
  arrived: ['A04', 'ADT_A01'],
  admitted: ['A01', 'ADT_A01'],
  transferred: ['A02', 'ADT_A02'],
  'off-unit': ['A21', 'ADT_A21'],
  returned: ['A22', 'ADT_A21'],
  discharged: ['A03', 'ADT_A03'],
  left: ['A03', 'ADT_A03'],
  died: ['A03', 'ADT_A03'],
};

/** What takes each of them back. */
const CANCELS: typeof EVENTS = {
  arrived: ['A11', 'ADT_A09'],
  admitted: ['A11', 'ADT_A09'],
  transferred: ['A12', 'ADT_A12'],
  'off-unit': ['A52', 'ADT_A52'],
  returned: ['A53', 'ADT_A52'],
  discharged: ['A13', 'ADT_A01'],
  left: ['A13', 'ADT_A01'],
  died: ['A13', 'ADT_A01'],
};

/** What is taken back goes before what stands in its place. */
function withdrawnFirst(a: MoveRecord, b: MoveRecord): number {
  return Number(b.status === 'withdrawn') - Number(a.status === 'withdrawn');
}

/** One message per movement, with when it happened (EVN-6) and when it was written down (EVN-2). */
export function moveMessages(
  patient: BoardPatient,
  moves: readonly MoveRecord[],
  input: ExportInput,
  head: MakeHeader,
): readonly AboutMessage[] {
  return [...moves].sort(withdrawnFirst).map((move) => {
    const [event, structure] = (move.status === 'withdrawn' ? CANCELS : EVENTS)[move.move];
    const isEnd = event === 'A03';
    const place = {
      ...(move.ward === undefined ? {} : { ward: move.ward }),
      ...(move.bed === undefined ? {} : { bed: move.bed }),
    };
    const identity = move.move === 'died' ? died(pid(patient, input), move.occurredAt) : pid(patient, input);
    const text = message(
      head(
        ['ADT', event, structure],
        `${move.key}|${move.writtenAt}${move.status === 'withdrawn' ? '|cancelled' : ''}`,
      ),
      evn(event, move),
      identity,
      pv1(patient, place, input, {
        ...(patient.arrivedAt === undefined ? {} : { admitted: patient.arrivedAt }),
        ...(isEnd ? { left: move.occurredAt } : {}),
      }),
      backLoadedZ(move),
    );
    return { text, about: move.key };
  });
}

/** What happened, when it was written down (EVN-2) and when it happened (EVN-6). */
export function evn(
  event: string,
  record: {
    readonly writtenAt: string;
    readonly occurredAt: string;
    readonly author: { readonly id: string; readonly name: string };
  },
): string {
  return segment(
    'EVN',
    event,
    ts(record.writtenAt),
    '',
    '',
    [record.author.id, record.author.name],
    ts(record.occurredAt),
  );
}

/** PID-29 and PID-30. */
function died(identity: string, at: string): string {
  const fields = identity.split('|');
  while (fields.length < 29) fields.push('');
  return [...fields.slice(0, 29), ts(at), 'Y'].join('|');
}

/** Allergies written here, as an update with AL1 segments. */
export function allergyMessage(
  patient: BoardPatient,
  allergies: readonly AllergyRecord[],
  input: ExportInput,
  head: MakeHeader,
): readonly string[] {
  const live = allergies.filter((one) => one.status !== 'withdrawn');
  const [first] = live;
  if (first === undefined) return [];
  const SEVERITY = { mild: 'MI', moderate: 'MO', severe: 'SV', unknown: 'U' } as const;
  const lines = live.map((one, at) =>
    segment(
      'AL1',
      at + 1,
      '',
      ['', one.substance ?? 'No known allergies'],
      one.severity === undefined ? '' : SEVERITY[one.severity],
      one.reaction ?? '',
    ),
  );
  const key = live.map((one) => `${one.key}|${one.writtenAt}`).join(',');
  return [
    message(
      head(['ADT', 'A08', 'ADT_A01'], `allergies|${key}`),
      evn('A08', first),
      pid(patient, input),
      pv1(patient, {}, input),
      ...lines,
      backLoadedZ(first),
    ),
  ];
}

/** A downtime number that turned out to be somebody the EHR knows: merge into the MRN. Links taken back are not sent. */
export function mergeMessages(patient: BoardPatient, input: ExportInput, head: MakeHeader): readonly AboutMessage[] {
  return patient.links
    .filter((link) => link.undone === undefined)
    .map((link) => {
      const record = {
        key: `${patient.id}/${link.entry}`,
        writtenAt: link.at,
        occurredAt: link.at,
        author: personOf(link.by, input),
      };
      const text = message(
        head(['ADT', 'A40', 'ADT_A39'], record.key),
        evn('A40', record),
        pid({ ...patient, mrn: link.mrn }, input),
        segment('MRG', [link.downtimeNumber, '', '', AUTHORITY, 'PI']),
      );
      return { text, about: record.key };
    });
}
