import type { BoardPatient } from '../../domain/patient/board';
import { message } from '../hl7v2/build';
import { readDose } from './dose-text';
import type { ExportInput } from './export-input';
import { evn, type MakeHeader } from './hl7-adt';
import { AUTHORITY, backLoadedZ, fieldsAt, namedXcn, pid, pv1, ts, xcn } from './hl7-segments';
import type { DoseRecord, LabRecord } from './records';
import { siteCode } from './site-codes';

/** One DFT per dose given or per requisition: a charge, or a credit for what was withdrawn. */
export function chargeMessage(
  patient: BoardPatient,
  record: DoseRecord | LabRecord,
  input: ExportInput,
  head: MakeHeader,
): string {
  if (record.kind === 'dose' && !record.given) return '';
  const lines =
    record.kind === 'dose'
      ? [
          {
            key: record.key,
            code: ['', record.drug] as const,
            amount: readDose(record.dose)?.value ?? 1,
            at: record.occurredAt,
          },
        ]
      : record.tests.map((test) => {
          const known = siteCode(input, 'tests', test.text) ?? siteCode(input, 'tests', test.coding?.code);
          const code =
            known === undefined
              ? ([test.coding?.code ?? '', test.text, AUTHORITY] as const)
              : ([known.code, known.display ?? test.text, known.system ?? ''] as const);
          return { key: test.key, code, amount: 1, at: record.collectedAt ?? record.occurredAt };
        });
  const who =
    record.kind === 'dose' && record.givenBy !== undefined
      ? namedXcn(record.givenBy, input)
      : xcn(record.author, input);
  return message(
    head(['DFT', 'P03', 'DFT_P03'], `charge|${record.key}|${record.status}|${record.writtenAt}`),
    evn('P03', record),
    pid(patient, input),
    pv1(patient, {}, input),
    ...lines.map((line, at) =>
      fieldsAt('FT1', 20, {
        1: at + 1,
        2: line.key,
        4: ts(line.at),
        5: ts(record.writtenAt),
        6: record.status === 'withdrawn' ? 'CR' : 'CG',
        7: line.code,
        10: line.amount,
        20: who,
      }),
    ),
    backLoadedZ(record),
  );
}
