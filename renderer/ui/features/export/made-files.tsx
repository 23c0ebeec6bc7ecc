import { useTranslation } from 'react-i18next';
import type { ExportMade, MadeFile } from '../../../app/use-export';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import styles from './export.module.css';

const fileKey = (file: MadeFile): string => file.name;

const hashOf = (file: MadeFile) => <span className={styles.hash}>{file.sha256.slice(0, 16)}</span>;

/** What was made: names without patients, counts, hashes; and what could not go out as data of its own. */
export function MadeFiles({ made }: { readonly made: ExportMade }) {
  const { t } = useTranslation('export');
  const columns: readonly Column<MadeFile>[] = [
    { key: 'name', head: t('file'), names: true, cell: (file) => file.name },
    { key: 'records', head: t('records'), align: 'end', cell: (file) => file.records },
    {
      key: 'size',
      head: t('size'),
      align: 'end',
      cell: (file) => t('kilobytes', { size: Math.ceil(file.bytes.length / 1024) }),
    },
    {
      key: 'sha256',
      head: t('sha256'),
      cell: hashOf,
    },
  ];
  return (
    <>
      <DataTable caption={t('files')} columns={columns} rows={made.files} rowKey={fileKey} />
      {made.unmapped.length > 0 && (
        <Card title={t('unmapped', { count: made.unmapped.length })}>
          {/* A long list scrolls, so it can take the focus. */}
          <ul className={styles.unmapped} tabIndex={0} aria-label={t('unmapped', { count: made.unmapped.length })}>
            {made.unmapped.map(({ serial, linkId, message }, index) => (
              <li key={`${index} ${serial}`}>
                <b>{serial}</b> {linkId} {message}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
