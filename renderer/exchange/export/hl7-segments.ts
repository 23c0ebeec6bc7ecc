import type { BoardPatient } from '../../domain/patient/board';
import { segment, type HlValue } from '../hl7v2/build';
import { toHl7Time } from '../hl7v2/hl7-time';
import type { ExportInput } from './export-input';
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
  times: { readonly admitted?: string; readonly left?: string } = {},
): string {
  const fields: HlValue[] = Array.from({ length: 45 }, () => '');
  fields[0] = 1;
  fields[1] = 'I';
  fields[2] = [place.ward ?? patient.ward ?? '', '', place.bed ?? patient.bed ?? ''];
  fields[5] = place.from ?? '';
  fields[18] = patient.visitNumber ?? '';
  fields[43] = times.admitted === undefined ? '' : toHl7Time(times.admitted);
  fields[44] = times.left === undefined ? '' : toHl7Time(times.left);
  return segment('PV1', ...fields);
}

/** A person: our user id and the printed name. */
export function xcn(author: Author): HlValue {
  return [author.id === '-' ? '' : author.id, author.name, '', '', '', '', '', '', AUTHORITY];
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

/** Time with its offset. */
export function ts(time: string | undefined): string {
  return time === undefined ? '' : toHl7Time(time);
}
