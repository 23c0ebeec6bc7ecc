import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState, useNow } from '../../../box/box-context';
import { useLookedAt } from '../../../box/use-look';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { PatientBanner } from '../../../components/patient-banner/patient-banner';
import { Tabs } from '../../../components/tabs/tabs';
import { goTo, hrefTo } from '../../../route/route';
import { useScreens } from '../../../route/screens-context';
import { LinkDialog } from '../moves/link-dialog';
import { MoveDialog } from '../moves/move-dialog';
import { UnlinkDialog } from '../moves/unlink-dialog';
import { ScanGuard } from '../scan/scan-guard';
import { usePatient } from '../use-board';
import { FormsTab } from './forms-tab';
import { MedicinesTab } from './medicines-tab';
import { SummaryTab } from './summary-tab';
import { TimelineTab } from './timeline-tab';
import { UpdateDialog } from './update-dialog';

const TABS = ['summary', 'medicines', 'forms', 'timeline'] as const;
type TabName = (typeof TABS)[number];

/** Everything known about one patient; who it is stays fixed on top. */
export function PatientPage({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const { t } = useTranslation('patients');
  const now = useNow('minute');
  const screens = useScreens();
  const patient = usePatient(id);
  useLookedAt(patient?.id, 'record');
  const drafts = useBoxState((state) => state.drafts);
  const forms = useBoxState((state) => state.world.forms);
  const [dialog, setDialog] = useState<'move' | 'link' | 'unlink' | 'update'>();
  if (!patient) {
    return (
      <Page>
        <PageTitle>{t('page.title')}</PageTitle>
        <EmptyState icon="user" title={t('page.unknown')} action={<a href={hrefTo('patients')}>{t('page.board')}</a>}>
          {t('page.unknownText')}
        </EmptyState>
      </Page>
    );
  }
  const current = TABS.find((one) => one === tab) ?? 'summary';
  const formCount =
    drafts.filter((one) => one.patient === id).length +
    [...forms.bySerial.values()].filter((one) => one.patient === id).length;
  const linked = patient.links.some((link) => link.undone === undefined);
  const close = (): void => setDialog(undefined);
  return (
    <>
      <ScanGuard open={patient} />
      <PatientBanner patient={patient} now={now} />
      <Page>
        <div className="visually-hidden">
          <PageTitle>{t('page.title')}</PageTitle>
        </div>
        <Tabs<TabName>
          label={t('page.tabs')}
          tabs={TABS.map((one) => ({
            id: one,
            label: t(`page.tab.${one}`),
            ...(one === 'forms' ? { count: formCount } : {}),
          }))}
          current={current}
          onChoose={(one) => goTo('patients', one === 'summary' ? [id] : [id, one], 'replace')}
          aside={
            <>
              {patient.downtimeNumber && (
                <Button onClick={() => setDialog(linked ? 'unlink' : 'link')}>
                  {t(linked ? 'page.unlink' : 'page.link')}
                </Button>
              )}
              <Button leftSection={<Icon name="transfer" size={20} />} onClick={() => setDialog('move')}>
                {t('page.move')}
              </Button>
              {screens.of('requests') && (
                <Button leftSection={<Icon name="flask" size={20} />} onClick={() => goTo('requests', ['patient', id])}>
                  {t('board.requests')}
                </Button>
              )}
              {screens.of('print') && (
                <Button leftSection={<Icon name="printer" size={20} />} onClick={() => goTo('print', ['patients', id])}>
                  {t('page.print')}
                </Button>
              )}
            </>
          }
        >
          {current === 'summary' && <SummaryTab patient={patient} onUpdate={() => setDialog('update')} />}
          {current === 'medicines' && <MedicinesTab patient={patient} />}
          {current === 'forms' && <FormsTab patient={patient} />}
          {current === 'timeline' && <TimelineTab patient={patient} />}
        </Tabs>
      </Page>
      {dialog === 'move' && <MoveDialog patient={patient} onClose={close} />}
      {dialog === 'link' && <LinkDialog patient={patient} onClose={close} />}
      {dialog === 'unlink' && <UnlinkDialog patient={patient} onClose={close} />}
      {dialog === 'update' && <UpdateDialog patient={patient} onClose={close} />}
    </>
  );
}
