import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ageText } from '../../../domain/patient/age';
import type { BoardPatient } from '../../../domain/patient/board';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import { useBox, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Icon } from '../../components/icon/icon';
import { PatientName } from '../../components/patient-banner/patient-banner';
import { useUndo } from '../../frame/undo/undo-context';
import { hrefTo } from '../../route/route';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { AgeingWord } from './ageing-word';
import { StepDialog, type DialogStep } from './step-dialog';
import { StepList } from './step-list';
import styles from './tracking.module.css';

/** Where one request is, and the next step as one large button, which has the focus: scan, Enter, done. */
export function RequestPanel({
  request,
  patient,
  onClose,
}: {
  readonly request: TrackedRequest;
  readonly patient: BoardPatient | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('tracking');
  const words = useTimeWords();
  const now = useNow('minute');
  const box = useBox();
  const { offerUndo } = useUndo();
  const noting = useAction(box.tracking.note);
  const undoing = useAction(box.tracking.undo);
  const [dialog, setDialog] = useState<DialogStep | 'choose'>();
  const next = useRef<HTMLButtonElement>(null);
  const { serial } = request;
  useEffect(() => next.current?.focus({ preventScroll: true }), [serial]);
  const noted = (entry: string | undefined, step: DialogStep): void => {
    if (entry === undefined) return;
    offerUndo(t('undo', { step: t(`stage.${step}`), serial }), () => void undoing.run({ serial, entry }));
  };
  const take = async (step: DialogStep): Promise<void> => {
    if (step === 'called' || step === 'cancelled') return setDialog(step);
    if (noting.busy) return undefined;
    const written = await noting.run({ serial, step, occurredAt: box.clock.now() });
    return noted(written?.[0]?.id, step);
  };
  const error = noting.error ?? undoing.error;
  const nextStep = request.next;
  return (
    <section
      className={styles.panel}
      aria-label={t('panel.label', { serial })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && dialog === undefined) onClose();
      }}
    >
      <header className={styles.panelHead}>
        <h2>{serial}</h2>
        <button type="button" className={styles.close} aria-label={t('panel.close')} onClick={onClose}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <p className={styles.who}>
        {patient ? (
          <>
            <PatientName patient={patient} />
            <br />
            {patient.birthDate ? words.date(patient.birthDate) : ageText(patient, now)} ·{' '}
            {patient.mrn ?? patient.downtimeNumber} {patient.bed && `· ${t('panel.bed', { bed: patient.bed })}`}
          </>
        ) : (
          t('patient.unknown')
        )}
      </p>
      <p className={styles.stage}>
        <b>{t(`stage.${request.stage}`)}</b> {clockOf(request.last?.occurredAt ?? request.requestedAt)}{' '}
        <AgeingWord request={request} />
      </p>
      {nextStep && (
        <BigButton
          ref={next}
          wide
          tone={request.waits ? 'brand' : 'plain'}
          icon={nextStep === 'called' ? 'call' : 'check'}
          onClick={() => void take(nextStep)}
        >
          {t(`step.${nextStep}`)}
        </BigButton>
      )}
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
      {request.stage !== 'cancelled' && (
        <div className={styles.more}>
          <Button onClick={() => setDialog('choose')}>{t('panel.other')}</Button>
          <Button onClick={() => setDialog('cancelled')}>{t('panel.cancel')}</Button>
        </div>
      )}
      <ul className={styles.tests} aria-label={t('panel.tests')}>
        {request.tests.map((test) => (
          <li key={test.code}>
            <span>{test.label || t(`department.${request.kind.department}`)}</span>
            <span className={styles.quiet}>{t(`stage.${test.stage}`)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {[
          t(`department.${request.kind.department}`),
          request.priorityLabel,
          request.contact && t('panel.contact', { contact: request.contact }),
          request.resultTo && t('panel.resultTo', { to: request.resultTo }),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <a href={hrefTo('forms', 'signed', serial)}>{t('panel.form', { form: request.form })}</a>
      </p>
      <StepList request={request} onTakeBack={(entry) => void undoing.run({ serial, entry })} />
      {dialog && (
        <StepDialog
          request={request}
          first={dialog === 'choose' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
          onNoted={noted}
        />
      )}
    </section>
  );
}
