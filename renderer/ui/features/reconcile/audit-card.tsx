import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFinding } from '../../../domain/reconciliation/audit';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { StatusWord } from '../../components/status-word/status-word';
import styles from './complete-page.module.css';
import { usePatientOf } from './use-reconciliation';

const SHOWN = 30;

/** What does not add up: orders without result, doses without order, pages nobody saw. */
export function AuditCard() {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const patientOf = usePatientOf();
  const world = useBoxState((state) => state.world);
  const [findings, setFindings] = useState<readonly AuditFinding[]>();
  const look = useCallback(() => void box.reconcile.audit().then(setFindings, () => setFindings([])), [box]);
  useEffect(look, [look, world.marks, world.backEntry, world.forms, world.tracking]);
  return (
    <Card
      title={t('audit.title')}
      aside={
        <Button size="compact-sm" onClick={look}>
          {t('audit.look')}
        </Button>
      }
    >
      {!findings && <p>{t('audit.looking')}</p>}
      {findings?.length === 0 && <StatusWord tone="quiet">{t('audit.none')}</StatusWord>}
      <ul className={styles.findings}>
        {findings?.slice(0, SHOWN).map((finding) => (
          <li key={keyOf(finding)} className={styles.finding}>
            <StatusWord tone={finding.code === 'dose-without-order' ? 'critical' : 'warning'}>
              {t(`audit.code.${finding.code}`)}
            </StatusWord>
            <Whom patient={patientOf(finding.patient ?? '')} />
            <span>{textOf(finding, t)}</span>
          </li>
        ))}
      </ul>
      {findings && findings.length > SHOWN && <p>{t('audit.more', { count: findings.length - SHOWN })}</p>}
    </Card>
  );
}

function Whom({ patient }: { readonly patient: ReturnType<ReturnType<typeof usePatientOf>> }) {
  return patient ? (
    <span>
      <PatientName patient={patient} />
    </span>
  ) : null;
}

function keyOf({ code, patient, serial, text }: AuditFinding): string {
  return [code, patient, serial, text].join(' ');
}

function textOf({ serial, text, pages }: AuditFinding, t: ReturnType<typeof useTranslation<'reconcile'>>['t']): string {
  const missing =
    pages &&
    (pages.missing.length === pages.of
      ? t('paper.whole', { count: pages.of })
      : t('paper.page', { count: pages.missing.length, list: pages.missing.join(', '), of: pages.of }));
  return [text, serial, missing].filter(Boolean).join(' · ');
}
