import { useTranslation } from 'react-i18next';
import { isInstant } from '../../../domain/basics/time';
import type { OutageState } from '../../../domain/outage/outage';
import { dataClassOf } from '../../../domain/reconciliation/data-class';
import { lateEntryText } from '../../../domain/reconciliation/late-entry-text';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { useBoxState, useNow } from '../../box/box-context';
import { CopyButton } from '../../components/copy-button/copy-button';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { clockOf, useTimeWords } from '../../strings/time-words';
import styles from './item-detail.module.css';
import { usePatientOf } from './use-reconciliation';

/** Patient, values in the EHR's order and the late-entry comment, each with its own copy button. */
export function ValueRows({ item, outage }: { readonly item: QueueItem; readonly outage: OutageState }) {
  const { t } = useTranslation(['reconcile', 'components']);
  const words = useTimeWords();
  const now = useNow();
  const signedIn = useBoxState((state) => state.signedIn?.person.name);
  const patient = usePatientOf()(item.patient);
  const number = patient?.mrn ?? patient?.downtimeNumber;
  const textOf = (text: string): string =>
    isInstant(text) ? `${words.date(text.slice(0, 10))} ${clockOf(text)}` : text;
  const proxy = item.author !== undefined && item.author !== signedIn ? item.author : undefined;
  const comment = lateEntryText({
    verb: t(`verb.${verbOf(item)}`),
    occurredAt: item.occurredAt,
    enteredAt: now,
    since: outage.since,
    until: outage.until ?? now,
    zone: zoneOf(),
    ...(item.patient === item.serial ? {} : { serial: item.serial }),
    ...(proxy === undefined ? {} : { author: proxy }),
  });
  return (
    <dl className={styles.rows}>
      {patient && (
        <div className={styles.row}>
          <dt>{t('patient')}</dt>
          <dd>
            <PatientName patient={patient} />
            {number &&
              ` · ${t(patient.mrn ? 'components:patient.mrn' : 'components:patient.downtimeNumber')} ${number}`}
          </dd>
          <dd>{number && <CopyButton value={number} what={t('patientNumber')} />}</dd>
        </div>
      )}
      {item.ward !== undefined && (
        <div className={styles.row}>
          <dt>{t('ward')}</dt>
          <dd>{item.ward}</dd>
          <dd />
        </div>
      )}
      {item.values.map(({ label, text }, index) => (
        // A form may ask the same question twice (two sites, two checks): the place tells them apart.
        <div key={`${index} ${label}`} className={styles.row}>
          <dt>{label}</dt>
          <dd>{textOf(text)}</dd>
          <dd>
            <CopyButton value={textOf(text)} what={label} />
          </dd>
        </div>
      ))}
      {item.disposition !== 'scan' && (
        <div className={styles.row}>
          <dt>{t('comment')}</dt>
          <dd>{comment}</dd>
          <dd>
            <CopyButton value={comment} what={t('comment')} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The ward's own zone: the PC stands on the ward. */
function zoneOf(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function verbOf(item: QueueItem): 'given' | 'measured' | 'taken' | 'ordered' | 'happened' {
  switch (dataClassOf(item)) {
    case 'doses':
    case 'infusion-totals':
      return 'given';
    case 'vital-signs':
    case 'intake-output':
      return 'measured';
    case 'laboratory':
      return 'taken';
    case 'orders':
    case 'medication-orders':
    case 'imaging':
      return 'ordered';
    default:
      return 'happened';
  }
}
