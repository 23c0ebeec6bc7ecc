import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelPrinterState } from '../../../app/printing-port';
import { isHost, isPort } from '../../../app/settings';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Icon } from '../../components/icon/icon';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import styles from './print.module.css';
import type { Choices } from './use-choices';

/** The label printer of this PC: its address, what it says of itself, and the labels straight to it. */
export function LabelPrinter({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const box = useBox();
  const { tell } = useNotices();
  const saved = useBoxState((state) => state.settings.labelPrinter);
  const [typed, setTyped] = useState<string>();
  const [found, setFound] = useState<{ readonly name: string | null; readonly state: LabelPrinterState }>();
  const { labelPrinter } = box.print;
  const look = useCallback(
    () => void labelPrinter().then(setFound, () => setFound({ name: null, state: 'unreachable' })),
    [labelPrinter],
  );
  useEffect(look, [look, saved]);
  const sending = useAction(box.print.toLabelPrinter);
  const text = typed ?? (saved ? `${saved.host}:${saved.port}` : '');
  const address = addressOf(text);
  const { request } = choices;
  const ask = async (): Promise<void> => {
    if (address === undefined) return;
    if (typed !== undefined) await box.saveSettings({ labelPrinter: address });
    look();
  };
  const send = async (): Promise<void> => {
    if (request?.kind !== 'labels') return;
    const answer = await sending.run(request);
    if (!answer) return;
    if (answer.sent) tell('info', t('roll.sent', { count: answer.labels }));
    else setFound((before) => ({ name: before?.name ?? null, state: answer.state }));
  };
  return (
    <div className={styles.who}>
      <TextField
        label={t('roll.address')}
        value={text}
        onChange={setTyped}
        onEnter={() => void ask()}
        hint={t('roll.example')}
        error={address === undefined ? t('roll.wrong') : undefined}
      />
      {found && found.state !== 'no-address' && (
        <p role="status">
          {t(`roll.state.${found.state}`)}
          {found.name !== null && ` · ${found.name}`}
        </p>
      )}
      <div className={styles.chips}>
        <Button
          leftSection={<Icon name="label" size={20} />}
          disabled={request?.kind !== 'labels' || sending.busy || found?.state === 'no-address'}
          onClick={() => void send()}
        >
          {t('roll.send')}
        </Button>
        <Button disabled={address === undefined} onClick={() => void ask()}>
          {t('roll.look')}
        </Button>
      </div>
      {sending.error && <p role="alert">{sending.error}</p>}
    </div>
  );
}

/** `host:port`; the port printers listen on when none is typed, null when the field is emptied, undefined when it is wrong. */
function addressOf(text: string): { readonly host: string; readonly port: number } | null | undefined {
  const [, host = '', port = '9100'] = /^\s*([^\s:]*)(?::(\d{1,5}))?\s*$/.exec(text) ?? [];
  if (text.trim() === '') return null;
  return isHost(host) && isPort(Number(port)) ? { host, port: Number(port) } : undefined;
}
