import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemovalSurvey } from '../../../domain/retention/commands';
import type { RetentionLine } from '../../../domain/retention/retention';
import { mayDo, standingOf } from '../../../domain/workstation/permissions';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { SecretField } from '../../components/secret-field/secret-field';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';

/** Removing cannot be taken back: what goes is counted, and before its time a second person agrees with their own PIN. */
export function RemoveDialog({ line, onClose }: { readonly line: RetentionLine; readonly onClose: () => void }) {
  const { t } = useTranslation(['manage', 'session', 'common']);
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const me = useBoxState((state) => state.signedIn?.person.id);
  const people = useBoxState((state) => state.vault?.people) ?? [];
  const { run, error, refused, busy } = useAction(box.retention.remove);
  const [survey, setSurvey] = useState<RemovalSurvey>();
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  const { id } = line.outage;
  useEffect(() => {
    box.retention.survey(id).then(setSurvey, (cause: unknown) => tell('critical', failure(cause)));
  }, [box, id, tell, failure]);
  // A clock that was set forward since makes a due date doubtful: then, too, two people look at it.
  const two = line.stage !== 'due' || refused?.code === 'clock-doubtful';
  const others = people.filter(
    (one) => one.id !== me && mayDo(standingOf(one), 'agree-to-removal') && (one.hasPin || one.hasPassphrase),
  );
  const whole = survey !== undefined && (!two || (reason.trim() !== '' && person !== null && secret !== ''));
  const remove = async (): Promise<void> => {
    if (!whole || busy) return;
    const done = await run({ outage: id, ...(two && person !== null ? { reason, second: { person, secret } } : {}) });
    if (!done) return;
    tell('info', t('retention.done', { count: done.entries }));
    onClose();
  };
  return (
    <Dialog
      title={t('retention.removeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" color="critical" disabled={busy || !whole} onClick={() => void remove()}>
            {t('retention.removeConfirm')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('retention.removeText')}</p>
      {survey && (
        <p>{t('retention.counted', { count: survey.entries, drafts: survey.drafts, snapshots: survey.snapshots })}</p>
      )}
      {two && (
        <>
          <p>{t('retention.twoPeople')}</p>
          <TextField
            label={t('retention.reason')}
            hint={t('retention.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
          <Select
            label={t('retention.second')}
            empty={t('retention.choose')}
            value={person}
            onChange={setPerson}
            options={others.map((one) => ({
              value: one.id,
              label: t('session:nameRole', { name: one.name, role: t(`session:role.${one.role}`) }),
            }))}
          />
          <SecretField
            label={t('retention.secret')}
            value={secret}
            onChange={setSecret}
            onEnter={() => void remove()}
          />
        </>
      )}
      {error && <p role="alert">{error}</p>}
    </Dialog>
  );
}
