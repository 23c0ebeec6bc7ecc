import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMisfiled } from '../../../../domain/form/about-whom';
import type { FormDefinition } from '../../../../domain/form/form';
import { latestVersion, type SignedForm } from '../../../../domain/form/forms-state';
import { useNow } from '../../../box/box-context';
import { useLookedAt } from '../../../box/use-look';
import { Banner } from '../../../components/banner/banner';
import { Icon } from '../../../components/icon/icon';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { PatientBanner } from '../../../components/patient-banner/patient-banner';
import { WardBanner } from '../../../components/patient-banner/ward-banner';
import { goTo } from '../../../route/route';
import { clockOf } from '../../../strings/time-words';
import { ScanGuard } from '../../patients/scan/scan-guard';
import { usePatient } from '../../patients/use-board';
import { PrintSheetDialog, type SheetToPrint } from '../paper/print-sheet-dialog';
import { paperAmendments } from './paper-amendments';
import { signedLines } from './signed-lines';
import { SignedLines } from './signed-lines-view';
import { StrikeDialog } from './strike-dialog';
import { VersionLine } from './version-line';

/** A form on the record: its answers, who signed what when, every version side by side, and what may still be done. */
export function SignedPage({ form, definition }: { readonly form: SignedForm; readonly definition: FormDefinition }) {
  const { t } = useTranslation('forms');
  const now = useNow('minute');
  const patient = usePatient(form.patient);
  useLookedAt(patient?.id, 'form', form.serial);
  const [striking, setStriking] = useState(false);
  const [sheet, setSheet] = useState<SheetToPrint>();
  const lines = useMemo(
    () =>
      signedLines(
        definition,
        form.versions.map((version) => version.response),
      ),
    [definition, form],
  );
  const { response } = latestVersion(form);
  const misfiled = isMisfiled(definition, form);
  const actions = (
    <>
      <Button
        leftSection={<Icon name="printer" />}
        onClick={() =>
          setSheet({
            form: definition,
            serial: form.serial,
            mode: 'record',
            response,
            amendments: paperAmendments(form, t),
            ...(patient ? { patient } : {}),
            ...(form.ward === undefined ? {} : { ward: form.ward }),
          })
        }
      >
        {t('signed.print')}
      </Button>
      {!form.struck && (
        <>
          {!misfiled && (
            <Button leftSection={<Icon name="edit" />} onClick={() => goTo('forms', ['amend', form.serial])}>
              {t('signed.amend')}
            </Button>
          )}
          <Button onClick={() => setStriking(true)}>{t('signed.strike')}</Button>
        </>
      )}
    </>
  );
  return (
    <>
      {patient && <ScanGuard open={patient} />}
      {patient && <PatientBanner patient={patient} now={now} />}
      {form.ward !== undefined && <WardBanner ward={form.ward} />}
      <Page>
        <PageTitle lead={t('signed.lead', { serial: form.serial, version: form.version })} actions={actions}>
          {`${definition.id} ${definition.title}`}
        </PageTitle>
        {form.struck && (
          <Banner tone="critical">
            <b>{t('signed.struck')}</b>{' '}
            {t('signed.struckBy', {
              reason: form.struck.reason,
              name: form.struck.signature.name,
              time: clockOf(form.struck.at),
            })}
          </Banner>
        )}
        {misfiled && !form.struck && <Banner tone="critical">{t('signed.misfiled')}</Banner>}
        {form.conflicts.map((conflict) => (
          <Banner key={conflict.entry + conflict.code} tone="critical">
            {t(`signed.conflict.${conflict.code}`)}
          </Banner>
        ))}
        <ol>
          {form.versions.map((version, at) => (
            <VersionLine key={version.entry} version={version} number={at + 1} />
          ))}
        </ol>
        <SignedLines lines={lines} versions={form.versions} struck={form.struck !== undefined} />
      </Page>
      {striking && (
        <StrikeDialog
          form={form}
          ofWard={form.ward !== undefined}
          title={`${definition.id} ${definition.title}`}
          onClose={() => setStriking(false)}
        />
      )}
      {sheet && <PrintSheetDialog sheet={sheet} onClose={() => setSheet(undefined)} />}
    </>
  );
}
