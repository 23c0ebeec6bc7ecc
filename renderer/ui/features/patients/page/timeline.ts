import type { TFunction } from 'i18next';
import { toEpochMs, type Instant } from '../../../../domain/basics/time';
import type { SignedForm } from '../../../../domain/form/forms-state';
import type { IssuedSheet } from '../../../../domain/form/serial';
import type { BoardPatient } from '../../../../domain/patient/board';

/** Something that happened, with its true time and when it was written down. */
export interface TimelineLine {
  readonly key: string;
  readonly at: Instant;
  readonly writtenAt: Instant;
  readonly by: string;
  readonly text: string;
}

/** What happened to one patient during the outage, newest first. */
export function timelineOf(
  patient: BoardPatient,
  signed: readonly SignedForm[],
  sheets: readonly IssuedSheet[],
  t: TFunction<'patients'>,
): readonly TimelineLine[] {
  const lines: TimelineLine[] = [];
  const add = (key: string, at: Instant, writtenAt: Instant, by: string, text: string): void =>
    void lines.push({ key, at, writtenAt, by, text });
  if (patient.arrivedAt)
    add(
      'arrived',
      patient.arrivedAt,
      patient.arrivedAt,
      '',
      t('time.arrived', { number: patient.downtimeNumber ?? '' }),
    );
  for (const move of patient.moves) {
    const where = move.to ?? [move.ward, move.bed].filter(Boolean).join(' ');
    add(
      move.entry,
      move.occurredAt,
      move.at,
      move.by,
      [t(`move.kind.${move.kind}`), where].filter(Boolean).join(' · '),
    );
  }
  for (const link of patient.links) {
    add(link.entry, link.at, link.at, link.by, t('time.linked', { mrn: link.mrn }));
    if (link.undone)
      add(
        `${link.entry}-undone`,
        link.undone.at,
        link.undone.at,
        link.undone.by,
        t('time.unlinked', { mrn: link.mrn, reason: link.undone.reason }),
      );
  }
  for (const change of patient.changes) {
    const names = (Object.keys(change.facts) as 'diagnosis'[]).map((name) => t(`fact.${name}`)).join(', ');
    add(
      change.entry,
      change.at,
      change.at,
      change.by,
      [t('time.changed', { names }), change.reason].filter(Boolean).join(': '),
    );
  }
  for (const form of signed) {
    for (const version of form.versions)
      add(
        version.entry,
        version.occurredAt,
        version.at,
        version.by,
        t(version.reason === undefined ? 'time.signed' : 'time.amended', { form: form.form, serial: form.serial }),
      );
    if (form.struck)
      add(
        form.struck.entry,
        form.struck.at,
        form.struck.at,
        form.struck.by,
        t('time.struck', { form: form.form, reason: form.struck.reason }),
      );
  }
  for (const sheet of sheets)
    add(
      `print-${sheet.serial}`,
      sheet.printedAt,
      sheet.printedAt,
      sheet.printedBy,
      t('time.printed', { form: sheet.form, serial: sheet.serial }),
    );
  return lines.toSorted((a, b) => toEpochMs(b.at) - toEpochMs(a.at));
}
