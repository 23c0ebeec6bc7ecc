import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintPlan } from '../../../../app/print-plan';
import { useBox } from '../../../box/box-context';
import { Icon } from '../../../components/icon/icon';
import styles from './page-preview.module.css';
import { sheetOfPage } from './sheet-of-page';
import { usePagePicture } from './use-page-picture';

/** One page of what will be printed, as it will look, with the way to the next. */
export function PagePreview({ plan }: { readonly plan: PrintPlan | undefined }) {
  const { t } = useTranslation('print');
  const box = useBox();
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, (plan?.pages ?? 1) - 1);
  const index = Math.min(wanted, last);
  const picture = usePagePicture(plan, index);
  const sheet = plan && sheetOfPage(plan, index);
  const bed =
    sheet?.patient === undefined ? undefined : box.patients.board().find((one) => one.id === sheet.patient)?.bed;
  const page = { page: index + 1, of: plan?.pages ?? 0 };
  const caption = sheet
    ? t(bed ? 'preview.sheetBed' : 'preview.sheet', { ...page, form: `${sheet.form} ${sheet.title}`, bed: bed ?? '' })
    : t('preview.page', page);
  return (
    <section className={styles.preview} aria-label={t('preview.label')}>
      {plan && picture ? (
        <>
          <div className={styles.paper}>
            <img
              className={styles.page}
              src={picture.src}
              alt={t('preview.alt', { caption })}
              style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
            />
          </div>
          <div className={styles.walk}>
            <Button
              className={styles.step}
              aria-label={t('preview.back')}
              disabled={index === 0}
              onClick={() => setWanted(index - 1)}
            >
              <Icon name="left" size={20} />
            </Button>
            <p className={styles.caption} role="status">
              {caption}
            </p>
            <Button
              className={styles.step}
              aria-label={t('preview.next')}
              disabled={index === last}
              onClick={() => setWanted(index + 1)}
            >
              <Icon name="right" size={20} />
            </Button>
          </div>
        </>
      ) : (
        <p className={styles.none}>{plan ? t('preview.drawing') : t('preview.none')}</p>
      )}
    </section>
  );
}
