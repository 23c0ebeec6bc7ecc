import { toEpochMs, type Instant } from '../../domain/basics/time';
import type { CensusFormat, CensusInput, CensusReading } from './census';
import { readCsvCensus } from './csv-census';
import { detectFormat } from './detect-format';
import { Findings } from './findings';
import { finishCensus } from './finish-census';
import { readFhirCensus } from '../fhir/fhir-census';
import { readHl7Census } from '../hl7v2/hl7-census';
import { instantOf, readDateColumn } from './date-column';

/**
 * Reads the last known patients from files of one format: CSV tables, FHIR R4 (Bundle or NDJSON) or HL7 v2. Never
 * throws on bad input: what could not be read is in `refused` with its place, and everything else is in `patients`.
 */
export function readCensus(input: CensusInput): CensusReading {
  const findings = new Findings();
  const formats = new Set(input.files.map(detectFormat));
  const format = input.format ?? [...formats][0] ?? 'csv';
  const answer = (part: Partial<CensusReading>): CensusReading => ({
    format,
    patients: [],
    read: 0,
    updated: 0,
    tables: [],
    asOf: input.asOf ?? input.siteDefaults.now,
    ...part,
    refused: findings.refused,
    warnings: findings.warnings,
    questions: findings.questions,
  });
  if (input.files.length === 0) {
    findings.refuse('no-files', { file: '' }, 'No file was given.');
    return answer({});
  }
  if (input.format === undefined && formats.size > 1) {
    for (const file of input.files.filter((one) => detectFormat(one) !== format))
      findings.refuse(
        'mixed-formats',
        { file: file.name },
        `This file is ${detectFormat(file)}, the first is ${format}. Import one format at a time.`,
      );
    return answer({});
  }
  return readers[format](input, findings, answer);
}

type Reader = (
  input: CensusInput,
  findings: Findings,
  answer: (part: Partial<CensusReading>) => CensusReading,
) => CensusReading;

const readers: Readonly<Record<CensusFormat, Reader>> = {
  csv: (input, findings, answer) => {
    const { drafts, read, tables, mapping, titles } = readCsvCensus(input, findings);
    const patients = finishCensus(drafts, input.siteDefaults, findings);
    const asOf = input.asOf ?? timeInTitles(titles, input.siteDefaults.now) ?? noTime(input, findings);
    return answer({ patients, read, tables, asOf, ...(mapping === undefined ? {} : { mapping }) });
  },
  fhir: (input, findings, answer) => {
    const { drafts, read, asOf } = readFhirCensus(input, findings);
    return answer({ patients: finishCensus(drafts, input.siteDefaults, findings), read, asOf });
  },
  hl7v2: (input, findings, answer) => {
    const { drafts, read, updated, asOf } = readHl7Census(input, findings);
    // A feed says who is where; somebody without a place in it is not put onto this ward.
    const { ward: _ward, ...site } = input.siteDefaults;
    return answer({ patients: finishCensus(drafts, site, findings), read, updated, asOf });
  },
};

/** A time in the title lines ("Stand 22.11.2026 05:15"), when it can be read for certain and is not ahead. */
function timeInTitles(titles: readonly string[], now: Instant): Instant | undefined {
  for (const title of titles) {
    const text = /\d{1,4}[-./ ](?:\d{1,2}|[A-Za-z]{3,9})[-./ ]\d{2,4}[T ,]+\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?/i.exec(
      title,
    )?.[0];
    const [outcome] =
      text === undefined
        ? []
        : readDateColumn([text], { birth: false, today: now.slice(0, 10), excelDates: false }).outcomes;
    const time = outcome === undefined ? undefined : instantOf(outcome, now);
    if (time !== undefined && toEpochMs(time) <= toEpochMs(now) && toEpochMs(now) - toEpochMs(time) < 7 * 86_400_000)
      return time;
  }
  return undefined;
}

function noTime(input: CensusInput, findings: Findings): Instant {
  findings.warn(
    'as-of-unknown',
    { file: input.files[0]?.name ?? '' },
    'The file does not say when it was made; its age is counted from this import. Give the time with --as-of.',
  );
  return input.siteDefaults.now;
}
