import { useTranslation } from 'react-i18next';
import type { Provenance } from '../../../domain/checklist/checklist';
import styles from './source-line.module.css';

/** Where a line comes from: read in a source, general knowledge, or ours; with the keys of the sources. */
export function SourceLine({ provenance }: { readonly provenance: Provenance }) {
  const { t } = useTranslation('runbook');
  return <p className={styles.source}>{[t(`mark.${provenance.mark}`), ...provenance.sources].join(' · ')}</p>;
}
