import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFormat } from '../../../app/use-audit';
import { AUDIT_KINDS, type AuditEvent, type AuditKind, auditTrail } from '../../../domain/audit/audit-trail';
import { displayName } from '../../../domain/patient/names';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { useTimeWords } from '../../strings/time-words';

const eventKey = (event: AuditEvent): string => event.id;
const ALL = 'all';

/** Who opened, looked for, printed, took away or wrote what; newest first. A manager's to see and to give away. */
export function AuditTrail() {
  const { t } = useTranslation('manage');
  const role = useBoxState((state) => state.signedIn?.person.role);
  if (role !== 'manager')
    return (
      <EmptyState icon="lock" title={t('audit.title')}>
        {t(role === undefined ? 'audit.locked' : 'audit.managersOnly')}
      </EmptyState>
    );
  return (
    <Stack>
      <Events />
      <GiveAway />
    </Stack>
  );
}

function Events() {
  const { t } = useTranslation('manage');
  const words = useTimeWords();
  const now = useNow('minute');
  const box = useBox();
  const entries = useBoxState((state) => state.world.entries);
  const events = useMemo(() => auditTrail(entries).toReversed(), [entries]);
  const people = useBoxState((state) => state.vault?.people);
  const [kind, setKind] = useState<AuditKind | typeof ALL>(ALL);
  const [person, setPerson] = useState<string>(ALL);
  const shown = useMemo(
    () => events.filter((one) => (kind === ALL || one.kind === kind) && (person === ALL || one.by === person)),
    [events, kind, person],
  );
  const columns = useMemo((): readonly Column<AuditEvent>[] => {
    const names = new Map((people ?? []).map(({ id, name }) => [id, name]));
    const patients = new Map(box.patients.board().map((one) => [one.id, displayName(one)]));
    const about = ({ patients: ids }: AuditEvent): string =>
      ids.length > 2 ? t('audit.patients', { count: ids.length }) : ids.map((id) => patients.get(id) ?? id).join('; ');
    return [
      { key: 'when', head: t('audit.when'), cell: (one) => words.moment(one.at, now), width: '130px' },
      {
        key: 'who',
        head: t('audit.who'),
        names: true,
        cell: (one) =>
          [names.get(one.by) ?? t('audit.nobody'), one.breakGlass ? t('audit.breakGlass') : '']
            .filter(Boolean)
            .join(' '),
      },
      { key: 'kind', head: t('audit.did'), cell: (one) => t(`audit.kind.${one.kind}`) },
      { key: 'patient', head: t('audit.patient'), cell: about },
      { key: 'what', head: t('audit.what'), cell: (one) => [one.type, one.what].filter(Boolean).join(' ') },
    ];
  }, [people, box, t, words, now]);
  return (
    <Card title={t('audit.title')}>
      <Stack>
        <p>{t('audit.text')}</p>
        <Row>
          <Select<AuditKind | typeof ALL>
            label={t('audit.did')}
            value={kind}
            onChange={setKind}
            options={([ALL, ...AUDIT_KINDS] as const).map((one) => ({ value: one, label: t(`audit.kind.${one}`) }))}
          />
          <Select<string>
            label={t('audit.who')}
            value={person}
            onChange={setPerson}
            options={[
              { value: ALL, label: t('audit.kind.all') },
              ...(people ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Row>
        <DataTable
          caption={t('audit.list', { count: shown.length })}
          columns={columns}
          rows={shown}
          rowKey={eventKey}
          empty={<p>{t('audit.none')}</p>}
        />
      </Stack>
    </Card>
  );
}

function GiveAway() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const making = useAction(box.audit.make);
  const saving = useAction(box.audit.save);
  const [saved, setSaved] = useState(0);
  const give = async (format: AuditFormat): Promise<void> => {
    setSaved(0);
    const made = await making.run({ format });
    if (made && (await saving.run(made))?.saved) setSaved(made.events);
  };
  const busy = making.busy || saving.busy;
  const error = making.error ?? saving.error;
  return (
    <Card title={t('audit.give')}>
      <Stack>
        <p>{t('audit.giveText')}</p>
        <Row>
          <Button disabled={busy} onClick={() => void give('csv')}>
            {t('audit.csv')}
          </Button>
          <Button disabled={busy} onClick={() => void give('fhir')}>
            {t('audit.fhir')}
          </Button>
        </Row>
        {error && (
          <Banner tone="critical" live="alert">
            {error}
          </Banner>
        )}
        {saved > 0 && (
          <Banner tone="info" icon="saved" live="status">
            {t('audit.saved', { count: saved })}
          </Banner>
        )}
      </Stack>
    </Card>
  );
}
