import { Message } from 'node-hl7-client';
import { describe, expect, test } from 'vitest';
import type { ExportInput, ExportSettings } from '../../../../renderer/exchange/export/export-input';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { parseHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { fieldValue, messageKind, segmentOf } from '../../../../renderer/exchange/hl7v2/values';
import { HL7_VERSIONS } from '../../../../renderer/domain/workstation/export-settings';
import { at } from './answers';
import { outage, sha256, textOf } from './outage';

/** A printer that answers one small fixed PDF. */
const printer = {
  paper: 'A4' as const,
  toPdf: () => Promise.resolve({ pdf: SMALL_PDF, overflow: [] }),
};

const SMALL_PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

async function exported(settings: ExportSettings, more: Partial<ExportInput> = {}, withPrinter = false) {
  const input = outage({ settings, ...more });
  const built = await (withPrinter
    ? buildExport('hl7v2', input, sha256, printer)
    : buildExport('hl7v2', input, sha256));
  const { messages } = parseHl7(textOf(built.files, 'outage.hl7'));
  const kinds = messages.map((one) => Object.values(messageKind(one)).join(' '));
  const of = (kind: string) => messages.filter((_, index) => kinds[index] === kind);
  return { ...built, messages, kinds, of };
}

const moved = {
  entry: 'm0',
  kind: 'transferred',
  occurredAt: at('06:10'),
  bed: '9-9',
  ward: '7B',
  by: 'u1',
  at: at('06:11'),
} as const;

describe('HL7 v2 as a site wants it', () => {
  test.each(HL7_VERSIONS)(
    'is read by a reader nobody here wrote, message by message, when the version is %s',
    async (version) => {
      const { messages } = await exported({ hl7Version: version, charges: true }, {}, true);
      expect(messages.length).toBeGreaterThan(15);
      for (const one of messages) {
        const text = one.segments.map(({ fields }) => fields.join('|')).join('\r');
        const other = new Message({ text });
        expect(other.get('MSH.10').toString()).toBe(fieldValue(one, segmentOf(one, 'MSH'), 10));
        expect(other.get('MSH.12').toString()).toBe(version);
        expect(other.get('PID.3.1').toString()).not.toBe('');
      }
    },
  );

  test('speaks as this version does: ORM for requests before 2.5, RAS^O01 before 2.4, OMP from 2.7', async () => {
    const kinds = async (hl7Version: ExportSettings['hl7Version']) =>
      new Set((await exported(hl7Version === undefined ? {} : { hl7Version })).kinds);
    expect(await kinds('2.3')).toEqual(
      new Set(['ADT A02', 'ADT A08', 'ORM O01', 'RAS O01', 'ORU R01', 'ADT A04', 'ADT A03', 'ADT A40']),
    );
    expect([...(await kinds('2.4'))]).not.toContain('OML O21');
    expect([...(await kinds('2.8'))]).toEqual(expect.arrayContaining(['OML O21', 'OMP O09', 'RAS O17']));
    const old = await exported({ hl7Version: '2.3' });
    expect(old.messages.flatMap((one) => one.segments.map(({ name }) => name))).not.toContain('SPM');
  });

  test('takes back what was sent and corrected since, before what stands in its place', async () => {
    const withdrawnMoves = [
      { patient: 'p-ana', move: moved, at: at('06:29'), by: 'u1' },
      { patient: 'p-unknown', move: { ...moved, entry: 'm9', kind: 'died' as const }, at: at('07:59'), by: 'u1' },
      { patient: 'p-unknown', move: { ...moved, entry: 'm8', kind: 'admitted' as const }, at: at('07:59'), by: 'u1' },
    ];
    const { kinds, of } = await exported({}, { withdrawnMoves });
    expect(kinds.filter((kind) => kind.startsWith('ADT'))).toEqual([
      'ADT A12',
      'ADT A02',
      'ADT A08',
      'ADT A13',
      'ADT A11',
      'ADT A04',
      'ADT A03',
      'ADT A40',
    ]);
    const [cancel] = of('ADT A12');
    expect(cancel && fieldValue(cancel, segmentOf(cancel, 'EVN'), 6)).toBe('20261122061000+0100');
  });

  test('carries the record of each patient as PDF when there is a printer, and none when the site wants none', async () => {
    const { of, messages } = await exported({}, {}, true);
    const documents = of('MDM T02');
    expect(documents).toHaveLength(2);
    const [first] = documents;
    const obx = first && segmentOf(first, 'OBX');
    expect(first && fieldValue(first, obx, 2)).toBe('ED');
    const bytes = Buffer.from((first && fieldValue(first, obx, 5, 5)) ?? '', 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // Documents come last: whoever they are about must be known.
    expect(messageKind(messages[messages.indexOf(first as never) - 1] as never).type).toBe('ORU');
    expect((await exported({ documents: false }, {}, true)).of('MDM T02')).toEqual([]);
  });

  test('charges doses given and tests only when asked to', async () => {
    expect((await exported({})).of('DFT P03')).toEqual([]);
    const charges = (await exported({ charges: true })).of('DFT P03');
    const lines = charges.flatMap((one) =>
      one.segments
        .filter(({ name }) => name === 'FT1')
        .map((line) => [fieldValue(one, line, 6), fieldValue(one, line, 7, 2), fieldValue(one, line, 10)]),
    );
    expect(lines).toEqual([
      ['CG', 'Paracetamol', '1'],
      ['CG', 'Metoprolol', '1'],
      ['CG', 'Sodium chloride 0.9 %', '1'],
      ['CG', 'FBC', '1'],
      ['CG', 'Ammonia', '1'],
    ]);
  });

  test('uses the codes of the site and lists the words it has none for', async () => {
    const { of, unmapped } = await exported({
      dictionaries: {
        locations: { '7b': { code: 'W7B' } },
        providers: { 'A. Moreau': { code: '4711', system: 'STAFF' } },
        tests: { fbc: { code: '26604007', display: 'Full blood count', system: 'LAB' } },
        units: { mmHg: { code: 'MMHG' } },
      },
    });
    const [move] = of('ADT A02');
    expect(move && fieldValue(move, segmentOf(move, 'PV1'), 3)).toBe('W7B');
    const [lab] = of('OML O21');
    const requests = lab?.segments.filter(({ name }) => name === 'OBR') ?? [];
    expect(lab && requests.map((one) => [1, 2, 3].map((part) => fieldValue(lab, one, 4, part) ?? ''))).toEqual([
      ['26604007', 'Full blood count', 'LAB'],
      ['', 'Ammonia', 'DOWNTIMEBOX'],
    ]);
    const words = unmapped.filter(({ reason }) => reason === 'not-in-dictionary').map(({ message }) => message);
    expect(words).toContain('"Ammonia" is not in the dictionary of tests; it went out as written.');
    expect(words).toContain('"Dr Okafor" is not in the dictionary of providers; it went out as written.');
    expect(words.some((text) => text.startsWith('"A. Moreau"') || text.startsWith('"7B"'))).toBe(false);
    expect(new Set(words).size).toBe(words.length);
  });

  test('names who sends and who receives, and marks tests apart from the real thing', async () => {
    const real = await exported({
      sender: { application: 'DTB', facility: 'SITE1' },
      receiver: { application: 'EPIC', facility: 'H' },
    });
    const trial = await exported({ test: true });
    const msh = (one: (typeof real)['messages'][number], field: number) =>
      fieldValue(one, segmentOf(one, 'MSH'), field);
    expect(real.messages.map((one) => [3, 4, 5, 6, 11].map((field) => msh(one, field)).join(' '))).toEqual(
      real.messages.map(() => 'DTB SITE1 EPIC H P'),
    );
    expect(new Set(trial.messages.map((one) => msh(one, 11)))).toEqual(new Set(['T']));
    // A trial must not make the receiver think that it has the real message already.
    const ids = new Set(real.messages.map((one) => msh(one, 10)));
    expect(trial.messages.some((one) => ids.has(msh(one, 10)))).toBe(false);
  });
});
