import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormVersionLine } from '../../../domain/library/version-lines';
import { mayDo, standingOf } from '../../../domain/workstation/permissions';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { DateField } from '../../components/date-field/date-field';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';

/** What may be done with a version now, by who is signed in. */
export function VersionActions({ line }: { readonly line: FormVersionLine }) {
  const { t } = useTranslation('library');
  const box = useBox();
  const { tell } = useNotices();
  const person = useBoxState((state) => state.signedIn?.person);
  const thisYear = Number(useNow().slice(0, 4));
  const today = useNow().slice(0, 10);
  const submit = useAction(box.formVersions.submit);
  const approve = useAction(box.formVersions.approve);
  const giveBack = useAction(box.formVersions.giveBack);
  const retire = useAction(box.formVersions.retire);
  const [reason, setReason] = useState('');
  // A year is what most hospitals give a form (29 February has none next year).
  const [reviewDate, setReviewDate] = useState<string | null>(
    `${thisYear + 1}${today.slice(4).replace('02-29', '02-28')}`,
  );
  const { definition, record, state } = line;
  const ref = { form: definition.id, version: definition.version };
  if (state === 'retired') return <p>{t('final')}</p>;
  if (!person)
    return (
      <Banner tone="quiet" icon="lock" actions={<Button onClick={() => goTo('sign-in')}>{t('signIn')}</Button>}>
        {t('locked')}
      </Banner>
    );
  const review = record?.review;
  const approves = mayDo(standingOf(person), 'approve-a-form');
  const act = async (
    work: Promise<unknown>,
    words: 'submitted' | 'approved' | 'returned' | 'retired',
  ): Promise<void> => {
    if ((await work) === undefined) return;
    setReason('');
    tell('info', t(words));
  };
  const error = submit.error ?? approve.error ?? giveBack.error ?? retire.error;
  const busy = submit.busy || approve.busy || giveBack.busy || retire.busy;
  return (
    <Card title={t('actions')}>
      <Stack gap={3}>
        {!review && (state === 'draft' || line.overdue) && (
          <Row>
            <Button variant="filled" disabled={busy} onClick={() => void act(submit.run(ref), 'submitted')}>
              {t('submit')}
            </Button>
          </Row>
        )}
        {review && !approves && <p>{t('needManager')}</p>}
        {review && approves && review.by === person.id && <p>{t('ownReview')}</p>}
        {review && approves && review.by !== person.id && (
          <>
            <DateField label={t('reviewDate')} hint={t('reviewHint')} value={reviewDate} onChange={setReviewDate} />
            <Row>
              <Button
                variant="filled"
                disabled={busy || reviewDate === null}
                onClick={() => void act(approve.run({ ...ref, reviewDate: reviewDate ?? '' }), 'approved')}
              >
                {t('approve', ref)}
              </Button>
            </Row>
          </>
        )}
        {approves && (
          <>
            <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={200} />
            <Row>
              {review && review.by !== person.id && (
                <Button
                  disabled={busy || reason.trim() === ''}
                  onClick={() => void act(giveBack.run({ ...ref, reason }), 'returned')}
                >
                  {t('giveBack')}
                </Button>
              )}
              <Button
                disabled={busy || reason.trim() === ''}
                onClick={() => void act(retire.run({ ...ref, reason }), 'retired')}
              >
                {t('retire', ref)}
              </Button>
            </Row>
          </>
        )}
        {error && <p role="alert">{error}</p>}
      </Stack>
    </Card>
  );
}
