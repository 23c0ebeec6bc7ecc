import { useTranslation } from 'react-i18next';
import type { CensusColumn, CensusTable } from '../../../app/use-census';
import { Card } from '../../components/card/card';
import { StatusWord } from '../../components/status-word/status-word';
import { type CensusField, fieldsFor } from './field-labels';
import styles from './census.module.css';

/** From here on a guess is taken without a word; below it asks for a look. */
const SURE = 0.75;

const KINDS = [
  'patients',
  'allergies',
  'medicines',
  'observations',
  'encounters',
  'conditions',
] as const satisfies readonly CensusTable['table'][];

/** One table as it was understood: each column with its guess, how sure it is, values beside it, and a list to correct it. */
export function TableCard({
  table,
  onColumn,
  onKind,
  onEncoding,
}: {
  readonly table: CensusTable;
  readonly onColumn: (column: string, field: CensusField) => void;
  readonly onKind: (kind: CensusTable['table']) => void;
  readonly onEncoding: (encoding: string) => void;
}) {
  const { t } = useTranslation('census');
  const unsure = table.columns.filter((one) => one.field !== undefined && !isSure(one)).length;
  return (
    <Card
      title={table.file}
      aside={
        <span className={styles.settings}>
          <SmallSelect
            label={t('table.letters')}
            value={table.encoding}
            options={lettersFor(table.encoding)}
            onChange={onEncoding}
          />
          <SmallSelect
            label={t('table.about')}
            value={table.table}
            options={KINDS.map((kind) => [kind, t(`kind.${kind}`)])}
            onChange={onKind}
          />
        </span>
      }
    >
      <p className={styles.quiet}>
        {t('table.facts', {
          count: table.rows,
          line: table.headerLine,
          encoding: table.encoding,
          delimiter: table.delimiter === '\t' ? t('table.tab') : table.delimiter,
        })}
        {unsure > 0 && <b> {t('table.unsure', { count: unsure })}</b>}
      </p>
      <div className={styles.columns} role="region" aria-label={t('table.columns', { file: table.file })} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('table.column')}</th>
              <th scope="col">{t('table.means')}</th>
              <th scope="col">{t('table.sure')}</th>
              <th scope="col">{t('table.samples')}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <ColumnRow
                key={column.header}
                column={column}
                kind={table.table}
                onField={(field) => onColumn(column.header, field)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Letters of the world's ward PCs; the one found comes first when it is another. */
const LETTERS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'iso-8859-15',
  'macintosh',
  'utf-16le',
] as const;

function lettersFor(found: string): readonly (readonly [string, string])[] {
  return [...new Set([found, ...LETTERS])].map((one) => [one, one]);
}

function SmallSelect<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <label className={styles.kind}>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function ColumnRow({
  column,
  kind,
  onField,
}: {
  readonly column: CensusColumn;
  readonly kind: CensusTable['table'];
  readonly onField: (field: CensusField) => void;
}) {
  const { t } = useTranslation('census');
  const { field } = column;
  const offered = fieldsFor(kind);
  const fields = field === undefined || offered.includes(field) ? offered : [field, ...offered];
  return (
    <tr data-unused={field === undefined || field === 'ignore' || undefined}>
      <th scope="row">{column.header}</th>
      <td>
        <select
          aria-label={t('table.meaning', { column: column.header })}
          value={field ?? 'ignore'}
          onChange={(event) => onField(fields.find((one) => one === event.currentTarget.value) ?? 'ignore')}
        >
          {fields.map((one) => (
            <option key={one} value={one}>
              {t(`field.${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        {field === undefined ? (
          <span className={styles.quiet}>{t('from.none')}</span>
        ) : (
          <StatusWord tone={isSure(column) ? 'quiet' : 'warning'}>
            {t(isSure(column) ? `from.${column.from}` : 'from.check')}
          </StatusWord>
        )}
      </td>
      <td className={styles.samples}>{column.samples.join(' · ')}</td>
    </tr>
  );
}

function isSure({ from, confidence }: CensusColumn): boolean {
  return from === 'mapping' || from === 'remembered' || confidence >= SURE;
}
