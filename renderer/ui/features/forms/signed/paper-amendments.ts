import type { TFunction } from 'i18next';
import { latestVersion, type SignedForm } from '../../../../domain/form/forms-state';
import { clockOf } from '../../../strings/time-words';
import type { SheetToPrint } from '../paper/print-sheet-dialog';

/** What the paper of a signed form says about its corrections and its end: struck through must not look valid. */
export function paperAmendments(form: SignedForm, t: TFunction<'forms'>): NonNullable<SheetToPrint['amendments']> {
  const { struck, versions } = form;
  const { reason, at, signature } = latestVersion(form);
  return [
    ...(struck
      ? [
          {
            kind: 'struck-through' as const,
            text: t('signed.struckBy', {
              reason: struck.reason,
              name: struck.signature.name,
              time: clockOf(struck.at),
            }),
          },
        ]
      : []),
    ...(reason === undefined
      ? []
      : [
          {
            kind: 'corrected' as const,
            text: t('signed.paperCorrected', {
              count: versions.length,
              reason,
              name: signature.name,
              time: clockOf(at),
            }),
          },
        ]),
  ];
}
