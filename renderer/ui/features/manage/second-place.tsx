import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';
import { clockOf } from '../../strings/time-words';
import { Fact, Facts } from './facts';

const LOOK_MS = 5000;

/** Where the journal is copied to besides this PC's own disk, and how far that copy is. */
export function SecondPlace() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const place = useBoxState((state) => state.secondJournal);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => void box.secondPlace.look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [box]);
  if (!place) return null;
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    await work().catch((error: unknown) => tell('critical', failure(error)));
    setBusy(false);
  };
  const time = (at: string): string => t('second.time', { day: at.slice(0, 10), time: clockOf(at) });
  return (
    <Card title={t('second.title')}>
      <Stack>
        <p>{t('second.text')}</p>
        <Facts>
          <Fact label={t('second.folder')}>{place.folder ?? t('second.none')}</Fact>
          {place.folder !== null && (
            <Fact label={t('second.state')}>
              <StatusWord tone={place.unreachableSince === null ? 'quiet' : 'critical'}>
                {place.unreachableSince === null
                  ? place.behind === 0
                    ? t('second.whole')
                    : t('second.behind', { count: place.behind })
                  : t('second.unreachable', { count: place.behind, since: time(place.unreachableSince) })}
              </StatusWord>
            </Fact>
          )}
          {place.lastAt !== null && <Fact label={t('second.last')}>{time(place.lastAt)}</Fact>}
        </Facts>
        {place.folder !== null && place.sameDisk && <p>{t('second.sameDisk')}</p>}
        {place.byPolicy ? (
          <p>{t('second.byPolicy')}</p>
        ) : (
          signedIn && (
            <Row>
              <Button disabled={busy} onClick={() => void change(box.secondPlace.choose)}>
                {t('second.choose')}
              </Button>
              {place.folder !== null && (
                <Button disabled={busy} onClick={() => void change(box.secondPlace.drop)}>
                  {t('second.drop')}
                </Button>
              )}
            </Row>
          )
        )}
      </Stack>
    </Card>
  );
}
