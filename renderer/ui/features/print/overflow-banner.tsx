import { useTranslation } from 'react-i18next';
import type { PrintPlan } from '../../../app/print-plan';
import { useBox } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import styles from './print.module.css';

/** What does not fit, by form, bed, page and field: nothing is cut off, nothing of it is printed. */
export function OverflowBanner({ plan }: { readonly plan: PrintPlan }) {
  const { t } = useTranslation('print');
  const box = useBox();
  const lines = plan.overflow.map(({ sheet: serial, page, field }) => {
    const sheet = plan.sheets.find((one) => one.serial === serial);
    const patient = box.patients.board().find((one) => one.id === sheet?.patient);
    const form = sheet ? `${sheet.form} ${sheet.title}` : serial;
    return t(patient?.bed ? 'overflow.lineBed' : 'overflow.line', { form, bed: patient?.bed ?? '', page, field });
  });
  return (
    <Banner tone="critical" live="alert">
      <b>{t('overflow.title', { paper: plan.paper })}</b>
      <ul className={styles.overflow}>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {t('overflow.what')}
    </Banner>
  );
}
