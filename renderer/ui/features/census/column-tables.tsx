import { useTranslation } from 'react-i18next';
import type { CensusColumn, CensusTable } from '../../../app/use-census';
import { Card } from '../../components/card/card';
import styles from './census.module.css';

/** Every column with its guessed meaning, examples and why; each can be corrected, and the list is read again. */
export function ColumnTables({
  tables,
  onCorrect,
}: {
  readonly tables: readonly CensusTable[];
  readonly onCorrect: (file: string, columns: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useTranslation('census');
  return tables.map((table) => (
    <Card key={table.file} title={t('columns')} aside={<span>{t('columnsOf', { file: table.file, rows: table.rows })}</span>}>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('meaning')}</th>
            <th scope="col">{t('sample')}</th>
            <th scope="col">{t('sure')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <ColumnRow key={column.header} column={column} onChange={(field) => onCorrect(table.file, { [column.header]: field })} />
          ))}
        </tbody>
      </table>
    </Card>
  ));
}

function ColumnRow({ column, onChange }: { readonly column: CensusColumn; readonly onChange: (field: string) => void }) {
  const { t } = useTranslation('census');
  const fields = t('field', { returnObjects: true }) as Readonly<Record<string, string>>;
  return (
    <tr data-unknown={column.field === undefined || undefined}>
      <th scope="row">{column.header}</th>
      <td>
        <select aria-label={`${column.header}: ${t('meaning')}`} value={column.field ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
          {column.field === undefined && <option value="">{t('unknown')}</option>}
          {Object.entries(fields).map(([field, label]) => (
            <option key={field} value={field}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.samples}>{column.samples.join(' · ')}</td>
      <td>{t(`from.${column.from}`)}</td>
    </tr>
  );
}
