import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLate } from '../../../domain/tracking/tracked-request';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { Chip } from '../../components/chip/chip';
import { DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import type { ScreenProps } from '../../route/screens-context';
import { useTimeWords } from '../../strings/time-words';
import { readScan } from '../patients/scan/read-scan';
import { useScan } from '../patients/scan/use-scan';
import { isOf, type RequestFilter } from './request-filter';
import { requestColumns, type RequestRow } from './request-columns';
import { RequestFilters } from './request-filters';
import { RequestPanel } from './request-panel';
import { goToRequests, trackingPlace } from './tracking-place';
import styles from './tracking.module.css';

const rowKey = ({ request }: RequestRow): string => request.serial;
const toneOf = ({ request }: RequestRow): 'critical' | undefined => (isLate(request) ? 'critical' : undefined);

/** Requests on their way: what is late on top; scanning a request answers "has it arrived?". */
export function TrackingScreen({ rest }: ScreenProps) {
  const { t } = useTranslation('tracking');
  const words = useTimeWords();
  const now = useNow('minute');
  const box = useBox();
  const { tell } = useNotices();
  const { patient, serial } = trackingPlace(rest);
  const [filter, setFilter] = useState<RequestFilter>({ state: 'waiting', department: 'all' });
  const forms = useBoxState((state) => state.world.forms);
  const tracking = useBoxState((state) => state.world.tracking);
  const outages = useBoxState((state) => state.world.outages);
  const board = useBoxState(() => box.patients.board());
  const sheets = useBoxState((state) => state.world.serials.sheets);
  // What the list is made of stands in the state; the use-case reads it there.
  const rows = useMemo(() => {
    void [forms, tracking, outages];
    const byId = new Map(board.map((one) => [one.id, one]));
    return box.tracking
      .list(now)
      .filter((request) => patient === undefined || request.patient === patient)
      .map((request): RequestRow => ({ request, patient: byId.get(request.patient) }));
  }, [box, now, forms, tracking, outages, board, patient]);
  const shown = rows.filter(
    ({ request }) =>
      isOf(request, filter.state) && (filter.department === 'all' || request.kind.department === filter.department),
  );
  const chosen = serial === undefined ? undefined : box.tracking.named(serial, now);
  const open = useCallback(
    ({ request }: RequestRow) =>
      goToRequests({ ...(patient === undefined ? {} : { patient }), serial: request.serial }),
    [patient],
  );
  const narrow = chosen !== undefined;
  const columns = useMemo(() => requestColumns(t, words, narrow), [t, words, narrow]);
  useScan((code) => {
    const scan = readScan(code, box.patients.named, sheets);
    const wanted = scan.kind === 'sheet' ? scan.serial : code.trim().toUpperCase();
    if (box.tracking.named(wanted, box.clock.now())) goToRequests({ serial: wanted });
    else if (scan.kind === 'patient') goToRequests({ patient: scan.patient.id });
    else if (scan.kind === 'sheet') tell('warning', t('scan.notSigned', { serial: scan.serial }));
    else tell('warning', t('scan.unknown'));
  });
  const late = rows.filter(({ request }) => isLate(request)).length;
  const waiting = rows.filter(({ request }) => request.waits).length;
  const one = patient === undefined ? undefined : board.find(({ id }) => id === patient);
  return (
    <Page fill>
      <div className={styles.head}>
        <PageTitle lead={rows.length > 0 ? t('lead', { waiting, late }) : undefined}>{t('title')}</PageTitle>
      </div>
      {one && (
        <div className={styles.filters}>
          <Chip pressed onClick={() => goToRequests({})}>
            {t('onlyOf', { name: `${(one.family || one.alias || '').toLocaleUpperCase('und')}, ${one.given}` })}
          </Chip>
        </div>
      )}
      {rows.length > 0 && (
        <RequestFilters requests={rows.map(({ request }) => request)} filter={filter} onFilter={setFilter} />
      )}
      <div className={styles.parts} data-open={narrow || undefined}>
        {chosen && (
          <RequestPanel
            key={chosen.serial}
            request={chosen}
            patient={board.find(({ id }) => id === chosen.patient)}
            onClose={() => {
              goToRequests(patient === undefined ? {} : { patient });
              requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-opens-row]')?.focus());
            }}
          />
        )}
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={shown}
          rowKey={rowKey}
          onOpen={open}
          tone={toneOf}
          isCurrent={({ request }) => request.serial === serial}
          empty={
            <EmptyState icon="flask" title={t(rows.length === 0 ? 'none.title' : 'none.filtered')}>
              {t(rows.length === 0 ? 'none.text' : 'none.filteredText')}
            </EmptyState>
          }
        />
      </div>
    </Page>
  );
}
