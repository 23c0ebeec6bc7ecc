import { useTranslation } from 'react-i18next';
import type { ExportMade, MadeFile } from '../../../app/use-export';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';

const SHOWN = 10;
const fileKey = (file: MadeFile): string => file.name;

/** What was made: names without patients, counts, hashes; and what could not go out as data of its own. */
export function MadeFiles({ made }: { readonly made: ExportMade }) {
  const { t } = useTranslation('export');
  const columns: readonly Column<MadeFile>[] = [
    { key: 'name', head: t('file'), names: true, cell: (file) => file.name },
    { key: 'records', head: t('records'), align: 'end', cell: (file) => file.records },
    { key: 'sha256', head: t('sha256'), cell: (file) => <code>{file.sha256.slice(0, 16)}</code> },
  ];
  const left = made.unmapped.length - SHOWN;
  return (
    <>
      <DataTable caption={t('files')} columns={columns} rows={made.files} rowKey={fileKey} />
      {made.unmapped.length > 0 && (
        <Card title={t('unmapped', { count: made.unmapped.length })}>
          <ul>
            {made.unmapped.slice(0, SHOWN).map((one) => (
              <li key={`${one.serial} ${one.linkId ?? ''} ${one.message}`}>
                {one.serial} {one.linkId ?? ''} {one.message}
              </li>
            ))}
            {left > 0 && <li>{t('more', { count: left })}</li>}
          </ul>
        </Card>
      )}
    </>
  );
}
