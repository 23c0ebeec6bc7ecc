import type { BoardPatient } from '../../domain/patient/board';
import { HL7_VERSIONS, type Hl7Version } from '../../domain/workstation/export-settings';
import { segment, type HlValue } from '../hl7v2/build';
import { toHl7Time } from '../hl7v2/hl7-time';
import type { ExportInput } from './export-input';
import { siteCode } from './site-codes';
import type { Author, RecordSource } from './records';

/** Our name as assigning authority of downtime numbers and serials. */
export const AUTHORITY = 'DOWNTIMEBOX';

const SEX = { male: 'M', female: 'F', other: 'O', unknown: 'U' } as const;

/** Identity: MRN and downtime number apart, each with who assigned it. */
export function pid(patient: BoardPatient, input: ExportInput): string {
  const numbers: HlValue[] = [];
  if (patient.mrn !== undefined) numbers.push([patient.mrn, '', '', input.settings?.mrnAuthority ?? input.site, 'MR']);
  if (patient.downtimeNumber !== undefined) numbers.push([patient.downtimeNumber, '', '', AUTHORITY, 'PI']);
  if (numbers.length === 0) numbers.push([patient.id, '', '', AUTHORITY, 'PI']);
  const name: HlValue =
    patient.family === '' && patient.given === ''
      ? [patient.alias ?? 'UNKNOWN', '', '', '', '', '', 'U']
      : [patient.family, patient.given, '', '', '', '', 'L'];
  const sex = patient.sex === undefined ? '' : SEX[patient.sex];
  return segment(
    'PID',
    1,
    '',
    { repeat: numbers },
    '',
    name,
    '',
    (patient.birthDate ?? '').replaceAll('-', ''),
    sex,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    patient.visitNumber ?? '',
  );
}

/** The stay: ward and bed of the moment the message is about. */
export function pv1(
  patient: BoardPatient,
  place: { readonly ward?: string; readonly bed?: string; readonly from?: string },
  input: ExportInput,
  times: { readonly admitted?: string; readonly left?: string } = {},
): string {
  const fields: HlValue[] = Array.from({ length: 45 }, () => '');
  fields[0] = 1;
  fields[1] = 'I';
  const ward = place.ward ?? patient.ward ?? '';
  fields[2] = [siteCode(input, 'locations', ward)?.code ?? ward, '', place.bed ?? patient.bed ?? ''];
  fields[5] = place.from ?? '';
  fields[18] = patient.visitNumber ?? '';
  fields[43] = times.admitted === undefined ? '' : toHl7Time(times.admitted);
  fields[44] = times.left === undefined ? '' : toHl7Time(times.left);
  return segment('PV1', ...fields);
}

/** A person: our user id and the printed name. */
export function xcn(author: Author, input: ExportInput): HlValue {
  const known = siteCode(input, 'providers', author.name) ?? siteCode(input, 'providers', author.id);
  if (known !== undefined)
    return [known.code, known.display ?? author.name, '', '', '', '', '', '', known.system ?? ''];
  return [author.id === '-' ? '' : author.id, author.name, '', '', '', '', '', '', AUTHORITY];
}

/** Somebody of whom only the printed name is known. */
export function namedXcn(name: string, input: ExportInput): HlValue {
  const known = siteCode(input, 'providers', name);
  return known === undefined ? ['', name] : xcn({ id: '', name, role: '' }, input);
}

/** Says that the message came in after the fact, so that alerts, call-backs and dispensing can be held (practice.md E). */
export function backLoaded(record: Pick<RecordSource, 'serial' | 'writtenAt' | 'author'>): string {
  return segment(
    'NTE',
    1,
    'L',
    `BACK-LOADED: documented on downtime procedures by ${record.author.name}, written ${record.writtenAt}${record.serial === undefined ? '' : `, form ${record.serial}`}`,
    ['RE', 'Remark', 'HL70364'],
  );
}

/** The same for messages that allow no NTE. */
export function backLoadedZ(record: Pick<RecordSource, 'writtenAt' | 'key'>): string {
  return segment('ZBL', 'Y', toHl7Time(record.writtenAt), record.key);
}

/** Whether the version this site reads is at least this one. */
export function isSince(input: ExportInput, version: Hl7Version): boolean {
  return HL7_VERSIONS.indexOf(versionOf(input)) >= HL7_VERSIONS.indexOf(version);
}

/** The version of HL7 v2 this site reads. */
export function versionOf(input: ExportInput): Hl7Version {
  return input.settings?.hl7Version ?? '2.5.1';
}

/** A segment with some of its fields set by number. */
export function fieldsAt(name: string, last: number, values: Readonly<Record<number, HlValue>>): string {
  return segment(name, ...Array.from({ length: last }, (_, at) => values[at + 1] ?? ''));
}

/** Time with its offset. */
export function ts(time: string | undefined): string {
  return time === undefined ? '' : toHl7Time(time);
}
