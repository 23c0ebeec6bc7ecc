import { useTranslation } from 'react-i18next';
import styles from './patient-banner.module.css';

/** In place of the patient on what is about a ward: says which, and that no patient is meant. */
export function WardBanner({ ward }: { readonly ward: string }) {
  const { t } = useTranslation('components');
  return (
    <section className={styles.banner} aria-label={t('ward.region')}>
      <p className={styles.name}>{t('ward.name', { ward })}</p>
      <p>{t('ward.about')}</p>
    </section>
  );
}
