import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import styles from './opening-page.module.css';

const QUIET_MS = 1000;

/** Nothing for the first second; then what is being done and how far it is. */
export function OpeningPage() {
  const { t } = useTranslation('frame');
  const opening = useBoxState((state) => state.opening);
  const [quiet, setQuiet] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(false), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (quiet) return null;
  return (
    <Page>
      <PageTitle lead={opening ? t('opening.progress', { done: opening.done, of: opening.of }) : t('opening.checking')}>
        {t('opening.title')}
      </PageTitle>
      {opening && (
        <progress className={styles.bar} aria-label={t('opening.title')} value={opening.done} max={opening.of} />
      )}
    </Page>
  );
}
