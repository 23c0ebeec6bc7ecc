import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import type { PatientFacts } from '../../../../domain/patient/patient';
import { useNow } from '../../../box/box-context';
import { Card } from '../../../components/card/card';
import { Columns, Stack } from '../../../components/page/page';
import { useTimeWords } from '../../../strings/time-words';
import { ObservationList } from './observation-list';
import { NowCard } from './now-card';
import { FactList, type FactLine } from './fact-list';

/** What a nurse needs before touching somebody: allergies with their reactions, cautions, who is in charge, last values. */
export function SummaryTab({ patient, onUpdate }: { readonly patient: BoardPatient; readonly onUpdate: () => void }) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const missing = t('fact.notInSnapshot');
  const line = (name: keyof PatientFacts, value: ReactNode, strong = false): FactLine => {
    const here = patient.writtenHere.includes(name);
    const written =
      patient.changes.findLast((change) => name in change.facts)?.at ?? (here ? patient.arrivedAt : undefined);
    const source = here
      ? t('fact.here', { time: written ? words.moment(written, now) : '' })
      : patient.snapshotAsOf
        ? t('fact.asAt', { time: words.moment(patient.snapshotAsOf, now) })
        : '';
    return {
      label: t(`fact.${name as 'diagnosis'}`),
      value: value ?? missing,
      source: value === undefined ? '' : source,
      from: here ? 'here' : 'snapshot',
      strong,
    };
  };
  const allergies =
    patient.allergyStatus === 'listed'
      ? patient.allergies
          .map(({ substance, reaction, severity }) =>
            [substance.toLocaleUpperCase('und'), reaction, severity && severity !== 'unknown' ? severity : '']
              .filter(Boolean)
              .join(' – '),
          )
          .join('; ')
      : {
          'none-known': t('allergy.noneKnown'),
          'unable-to-obtain': t('allergy.unableToObtain'),
          'not-in-snapshot': t('fact.allergiesMissing'),
        }[patient.allergyStatus];
  return (
    <Columns kind="wide-narrow">
      <Card title={t('summary.card')} aside={<Button onClick={onUpdate}>{t('summary.update')}</Button>}>
        <FactList
          lines={[
            line('allergies', allergies, true),
            line('alerts', patient.alerts && patient.alerts.length > 0 ? patient.alerts.join(', ') : undefined),
            line('isolation', patient.isolation),
            line('codeStatus', patient.codeStatus),
            line('weightKg', patient.weightKg === undefined ? undefined : `${patient.weightKg} kg`),
            line('diagnosis', patient.diagnosis),
            line('attending', patient.attending),
            line('service', patient.service),
            line('visitNumber', patient.visitNumber),
          ]}
        />
      </Card>
      <Stack>
        <NowCard patient={patient} />
        <ObservationList observations={patient.observations ?? []} />
      </Stack>
    </Columns>
  );
}
