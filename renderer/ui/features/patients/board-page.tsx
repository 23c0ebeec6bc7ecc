import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState, useNow } from '../../box/box-context';
import { useLookedThrough } from '../../box/use-look';
import { DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { goTo, hrefTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { AddPatientDialog } from './add/add-patient-dialog';
import { toneOf } from './board-cells';
import { boardColumns } from './board-columns';
import { ALL_WARDS, BoardFilters } from './board-filters';
import { NoPatients } from './no-patients';
import { SelectionBar } from './selection-bar';
import type { BoardRow } from './board-rows';
import styles from './board.module.css';
import { FindBox } from './find-box';
import { useBoard, useEvent } from './use-board';
import { useBoardRows } from './use-board-rows';
import { useBoardSummary } from './use-board-summary';
import { useShownRows } from './use-shown-rows';

const rowKey = (row: BoardRow): string => row.patient.id;
const open = (row: BoardRow): void => goTo('patients', [row.patient.id]);

/** Everyone on the ward by bed. Dense, because a nurse in charge reads it twenty times an hour. */
export function BoardPage() {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const screens = useScreens();
  const event = useEvent();
  const asOf = useBoxState((state) => state.snapshot?.asOf);
  const board = useBoard();
  const rows = useBoardRows(board);
  const view = useShownRows(board, rows);
  useLookedThrough(board.length, view.query, view.shown.length);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set(before).add(id),
      ),
    [],
  );
  const columns = useMemo(() => boardColumns({ t, words, now }, chosen, toggle), [t, words, now, chosen, toggle]);
  const summary = useBoardSummary(view.ofWard);
  const title = view.searching
    ? t('board.found', { count: view.shown.length })
    : view.ward === ALL_WARDS
      ? t('board.allWards')
      : t('board.ward', { ward: view.ward });
  return (
    <Page fill>
      <div className={styles.head}>
        <PageTitle
          lead={
            board.length > 0 && (
              <>
                <span>{summary}</span> · <a href={hrefTo('requests')}>{t('board.requests')}</a>
              </>
            )
          }
          actions={
            <>
              <FindBox
                value={view.query}
                onChange={view.setQuery}
                onOpenOnly={() => view.shown.length === 1 && view.shown[0] && open(view.shown[0])}
                onDown={() => table.current?.querySelector<HTMLElement>('[data-opens-row]')?.focus()}
              />
              {screens.of('print') && (
                <Button leftSection={<Icon name="printer" />} onClick={() => goTo('print', ['patients'])}>
                  {t('board.print')}
                </Button>
              )}
              <Button variant="filled" leftSection={<Icon name="addPerson" />} onClick={() => setAdding(true)}>
                {t('board.add')}
              </Button>
            </>
          }
        >
          {title}
        </PageTitle>
      </div>
      {board.length === 0 ? (
        <NoPatients onAdd={() => setAdding(true)} />
      ) : (
        <>
          {chosen.size > 0 ? (
            <SelectionBar chosen={chosen} onClear={() => setChosen(new Set())} />
          ) : (
            <BoardFilters
              rows={view.ofWard}
              filter={view.filter}
              onFilter={view.setFilter}
              wards={view.wards}
              ward={view.ward}
              onWard={view.setWard}
              asOf={asOf}
            />
          )}
          <div ref={table} className={styles.table}>
            <DataTable
              caption={title}
              columns={columns}
              rows={view.shown}
              rowKey={rowKey}
              onOpen={open}
              tone={toneOf}
              empty={
                <EmptyState icon="search" title={t('board.nobodyTitle')}>
                  {t('board.nobodyText')}
                </EmptyState>
              }
            />
          </div>
          <p className={styles.legend}>
            {asOf && t('board.legend', { time: words.moment(asOf, now) })}{' '}
            {event && t('board.legendHere', { time: clockOf(event.since) })}
          </p>
        </>
      )}
      {adding && <AddPatientDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
