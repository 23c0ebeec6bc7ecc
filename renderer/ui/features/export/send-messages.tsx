import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverAddress } from '../../../app/receiver-port';
import type { SendingOutcome, SendingView } from '../../../app/use-sending';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import styles from './export.module.css';

type RefusedMessage = SendingView['refusals'][number];

const COUNTS = ['accepted', 'rejected', 'held', 'waiting'] as const;

/** Sends the downtime to the interface engine; what the engine accepts is marked as entered. */
export function SendMessages() {
  const { t } = useTranslation('export');
  const box = useBox();
  const [receiver, setReceiver] = useState<ReceiverAddress | null>();
  const [address, setAddress] = useState('');
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();
  const [outcome, setOutcome] = useState<SendingOutcome | SendingView>();
  const saving = useAction(box.sending.setReceiver);
  const looking = useAction(box.sending.look);
  const sending = useAction(box.sending.send);

  useEffect(() => {
    void box.sending.receiver().then(setReceiver);
  }, [box]);

  const save = async (): Promise<void> => {
    if ((await saving.run(address)) !== undefined) setReceiver(await box.sending.receiver());
  };
  const send = async (): Promise<void> => {
    setOutcome(await sending.run(undefined, (done, of) => setProgress({ done, of })));
    setProgress(undefined);
  };
  const error = saving.error ?? looking.error ?? sending.error;
  const columns: readonly Column<RefusedMessage>[] = [
    { key: 'control', head: t('send.control'), names: true, cell: (row) => row.control },
    { key: 'kind', head: t('send.kind'), cell: (row) => row.kind },
    { key: 'code', head: t('send.code'), cell: (row) => row.code },
    { key: 'reason', head: t('send.reason'), cell: (row) => row.reason ?? '' },
  ];
  const busy = sending.busy || looking.busy;
  return (
    <Stack>
      <Card title={t('send.where')}>
        <Stack gap={3}>
          {receiver && (
            <p>
              {t(receiver.byPolicy ? 'send.byPolicy' : 'send.set')} <b>{`${receiver.host}:${receiver.port}`}</b>
            </p>
          )}
          {receiver === null && <p>{t('send.notSet')}</p>}
          {receiver?.byPolicy !== true && (
            <Row>
              <TextField label={t('send.address')} hint={t('send.addressHint')} value={address} onChange={setAddress} />
              <BigButton tone="plain" icon="saved" disabled={saving.busy} onClick={() => void save()}>
                {t('send.keep')}
              </BigButton>
            </Row>
          )}
        </Stack>
      </Card>
      {outcome && (
        <>
          <Banner tone={'stopped' in outcome && outcome.stopped !== undefined ? 'critical' : 'info'} live="status">
            {'stopped' in outcome && outcome.stopped !== undefined ? t(`send.stopped.${outcome.stopped}`) : ''}
            {'marked' in outcome
              ? ` ${t('send.done', { sent: outcome.sent, marked: outcome.marked })}`
              : t('send.stand')}
          </Banner>
          <dl className={styles.counts}>
            {COUNTS.map((name) => (
              <div key={name} className={styles.count}>
                <dt>{t(`send.${name}`)}</dt>
                <dd>{outcome[name]}</dd>
              </div>
            ))}
          </dl>
          {outcome.refusals.length > 0 && (
            <DataTable
              caption={t('send.refused')}
              columns={columns}
              rows={outcome.refusals}
              rowKey={(row) => row.control}
            />
          )}
        </>
      )}
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
      <Row>
        <BigButton
          tone="brand"
          icon="message"
          disabled={busy || receiver === null || receiver === undefined}
          onClick={() => void send()}
        >
          {progress ? t('send.progress', progress) : t(sending.busy ? 'making' : 'send.send')}
        </BigButton>
        <BigButton tone="plain" icon="list" disabled={busy} onClick={() => void looking.run().then(setOutcome)}>
          {t('send.look')}
        </BigButton>
      </Row>
      <p>{t('send.text')}</p>
    </Stack>
  );
}
