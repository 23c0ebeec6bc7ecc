import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formOf } from '../../../app/library';
import type { PrintPlan } from '../../../app/print-plan';
import { latestVersion } from '../../../domain/form/forms-state';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { useBox, useBoxState } from '../../box/box-context';
import { paperAmendments } from '../forms/signed/paper-amendments';
import { usePatient } from '../patients/use-board';
import { PagePreview } from '../print/preview/page-preview';
import styles from './item-detail.module.css';
import { ScannedPages } from './scanned-pages';
import { useReturnedPages } from './use-paper';

/** The source beside what is typed from it: the scanned paper where it came back, else the signed form as it prints. */
export function ItemPicture({ item }: { readonly item: QueueItem }) {
  const { serial } = item;
  const pages = useReturnedPages()?.bySerial.get(serial);
  const isSigned = useBoxState((state) => state.world.forms.bySerial.has(serial));
  const images = pages
    ? [...pages]
        .sort(([a], [b]) => a - b)
        .flatMap(([page, seen]) => {
          const image = seen.images.at(-1);
          return image === undefined ? [] : [{ page, image, at: seen.at }];
        })
    : [];
  if (images.length > 0) return <ScannedPages item={item} images={images} />;
  return isSigned ? <FormPicture serial={serial} patient={item.patient} /> : null;
}

function FormPicture({ serial, patient: id }: { readonly serial: string; readonly patient: string }) {
  const { t } = useTranslation('forms');
  const box = useBox();
  const paper = useBoxState((state) => state.settings.paper);
  const form = useBoxState((state) => state.world.forms.bySerial.get(serial));
  const definition = useBoxState((state) => form && formOf(state.library, form.form, form.version));
  const patient = usePatient(id);
  const [plan, setPlan] = useState<PrintPlan>();
  const sheet = useMemo(
    () =>
      form && definition
        ? {
            form: definition,
            serial,
            mode: 'record' as const,
            response: latestVersion(form).response,
            amendments: paperAmendments(form, t),
            ...(patient ? { patient } : {}),
            ...(form.ward === undefined ? {} : { ward: form.ward }),
          }
        : undefined,
    [form, definition, serial, patient, t],
  );
  useEffect(() => {
    if (!sheet) return undefined;
    let current = true;
    void box.print.plan({ kind: 'sheet', sheet, paper }).then((made) => {
      if (current && made.ok) setPlan(made.value);
    });
    return () => {
      current = false;
    };
  }, [box, sheet, paper]);
  return (
    <div className={styles.picture}>
      <PagePreview plan={plan} />
    </div>
  );
}
