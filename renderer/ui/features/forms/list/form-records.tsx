import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../../components/page/page';
import { DraftTable } from './draft-table';
import styles from './list.module.css';
import { SignedTable } from './signed-table';
import { useFormRecords } from './use-form-records';

/** Forms begun and forms signed, `children` between them; of one patient, or of the whole outage. */
export function FormRecords({ patient, children }: { readonly patient?: string; readonly children?: ReactNode }) {
  const { t } = useTranslation('forms');
  const { drafts, signed } = useFormRecords(patient);
  return (
    <Stack>
      {drafts.length > 0 && (
        <div className={styles.records}>
          <h2>{t('list.drafts')}</h2>
          <DraftTable rows={drafts} withPatient={patient === undefined} />
        </div>
      )}
      {children}
      <div className={styles.records}>
        <h2>{t('list.signed')}</h2>
        {signed.length === 0 ? (
          <p className={styles.quiet}>{t('list.noneSigned')}</p>
        ) : (
          <SignedTable rows={signed} withPatient={patient === undefined} />
        )}
      </div>
    </Stack>
  );
}
