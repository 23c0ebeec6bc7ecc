import type { Column } from '../../components/data-table/data-table';
import {
  allergyCell,
  bornCell,
  type CellWords,
  doseCell,
  nameCell,
  newsCell,
  noteCell,
  numberCell,
} from './board-cells';
import type { BoardRow } from './board-rows';
import styles from './board.module.css';

/** The columns of the board; `chosen` ticks lines for printing. */
export function boardColumns(
  words: CellWords,
  chosen: ReadonlySet<string>,
  onToggle: (id: string) => void,
): readonly Column<BoardRow>[] {
  const { t } = words;
  return [
    {
      key: 'choose',
      head: t('column.choose'),
      width: '30px',
      cell: ({ patient, vacated }) =>
        vacated ? null : (
          // The rest of the line opens the patient; this box ticks.
          <input
            type="checkbox"
            className={styles.tick}
            aria-label={t('board.choose', { bed: patient.bed ?? '', name: patient.family || patient.alias || '' })}
            checked={chosen.has(patient.id)}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle(patient.id)}
          />
        ),
    },
    {
      key: 'bed',
      head: t('column.bed'),
      cell: ({ patient }) => <b className={styles.bed}>{patient.bed || t('board.noBed')}</b>,
    },
    { key: 'name', head: t('column.name'), names: true, cell: (row) => nameCell(row, words) },
    { key: 'born', head: t('column.born'), cell: (row) => bornCell(row, words) },
    { key: 'number', head: t('column.number'), cell: (row) => numberCell(row, words) },
    { key: 'allergies', head: t('column.allergies'), cell: (row) => allergyCell(row, words) },
    { key: 'news', head: t('column.news'), cell: (row) => newsCell(row, words) },
    { key: 'dose', head: t('column.dose'), cell: (row) => doseCell(row, words) },
    {
      key: 'forms',
      head: t('column.forms'),
      cell: (row) => <span className={styles.quiet}>{row.openForms.join(' ')}</span>,
    },
    { key: 'notes', head: t('column.notes'), cell: (row) => noteCell(row, words) },
  ];
}
