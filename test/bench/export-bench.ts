import { collectPatients } from '../../renderer/exchange/export/collect-records';
import type { ExportForm, ExportInput } from '../../renderer/exchange/export/export-input';
import { hl7Messages } from '../../renderer/exchange/export/hl7-messages';
import { checkedPatients } from '../../renderer/exchange/export/write-fhir';
import { ndjsonLines } from '../../renderer/exchange/export/write-ndjson';
import { libraryForm, outage, signed } from '../unit/exchange/export/outage';
import { vitals } from '../unit/exchange/export/answers';
import type { Ratio } from './ratio';

const FORMS = 10_000;
const PER_PATIENT = 20;

/** What an export of many forms came to. `memoryMiB`: most above idle while it ran. */
export interface ExportBench {
  readonly ratios: readonly Ratio[];
  readonly lines: readonly string[];
}

/** 10,000 forms to FHIR NDJSON and HL7 v2, patient by patient, beside JSON.stringify of the same resources and messages. */
export function benchExport(): ExportBench {
  const input = manyForms();
  const idle = memory();
  const fhir = timed('FHIR NDJSON', idle, function* () {
    for (const collected of collectPatients(input))
      for (const { entries } of checkedPatients(collected, input, new Map(), []))
        for (const lines of ndjsonLines(entries).values()) yield { records: lines.length, of: entries };
  });
  const hl7 = timed('HL7 v2', idle, function* () {
    for (const collected of collectPatients(input))
      for (const { messages } of hl7Messages(collected, input, new Map()))
        yield { records: messages.length, of: messages };
  });
  return { ratios: [fhir.ratio, hl7.ratio], lines: [fhir.line, hl7.line] };
}

function timed(
  what: string,
  idleMiB: number,
  run: () => Generator<{ readonly records: number; readonly of: unknown }>,
): { readonly ratio: Ratio; readonly line: string } {
  let [records, plainMs, mostMiB] = [0, 0, 0];
  const start = performance.now();
  let last: unknown;
  for (const { records: more, of } of run()) {
    records += more;
    mostMiB = Math.max(mostMiB, memory() - idleMiB);
    if (of === last) continue;
    last = of;
    // In turns with the work itself, so that both see the same machine.
    const before = performance.now();
    JSON.stringify(of);
    plainMs += performance.now() - before;
  }
  const ms = performance.now() - start - plainMs;
  return {
    ratio: {
      what: `${FORMS} forms to ${what}`,
      ours: ms,
      plain: plainMs,
      against: 'JSON.stringify of the same objects',
      unit: 'ms',
      rounds: 1,
    },
    line: `  ${what}: ${records} records, ${Math.round((records / ms) * 1000)} a second, at most ${Math.round(mostMiB)} MiB above idle`,
  };
}

function memory(): number {
  return process.memoryUsage().rss / 1024 ** 2;
}

function manyForms(): ExportInput {
  const base = outage();
  const definition = libraryForm('F06');
  const [patient] = base.patients;
  if (patient === undefined) throw new Error('the sample outage has a patient');
  const patients = Array.from({ length: FORMS / PER_PATIENT }, (_, at) => ({
    ...patient,
    id: `p-${at}`,
    mrn: String(9_000_000 + at),
  }));
  const forms = Array.from({ length: FORMS }, (_, at): ExportForm => {
    const serial = `DT-7B-${String(at).padStart(5, '0')}`;
    return { signed: signed(serial, 'F06', `p-${at % patients.length}`, vitals(100 + (at % 80))), definition };
  });
  return { ...base, patients, forms };
}
