import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { readTime } from '../../components/time-field/read-time';
import { TimeField } from '../../components/time-field/time-field';
import { clockSentence } from '../../frame/clock-sentence';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { Fact, Facts } from './facts';

const MINUTE = 60_000;
const HALF_DAY = 720;
const SHOWN = 10;

/** How far this PC's clock is from one somebody trusts, and every time it jumped. */
export function ClockCard() {
  const { t } = useTranslation(['manage', 'frame']);
  const { t: inFrame } = useTranslation('frame');
  const words = useTimeWords();
  const now = useNow();
  const clock = useBoxState((state) => state.world.clock);
  const device = useBoxState((state) => state.vault?.device);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const compared = clock.compared[device ?? ''];
  return (
    <Card title={t('clock.title')}>
      <Stack>
        <Facts>
          <Fact label={t('clock.offset')}>
            {compared
              ? t(compared.offsetMs === 0 ? 'clock.right' : compared.offsetMs < 0 ? 'clock.slow' : 'clock.fast', {
                  by: words.duration(compared.offsetMs),
                  time: words.moment(compared.at, now),
                })
              : t('clock.never')}
          </Fact>
          {clock.changes
            .slice(-SHOWN)
            .toReversed()
            .map((change) => (
              <Fact key={change.id} label={words.moment(change.at, now)}>
                {clockSentence(inFrame, words, change, now)}
              </Fact>
            ))}
        </Facts>
        {signedIn && <Compare />}
      </Stack>
    </Card>
  );
}

function Compare() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { run, error, busy } = useAction(box.clockUse.compare);
  const [text, setText] = useState('');
  const read = readTime(text);
  const compare = async (): Promise<void> => {
    if (read === null || busy) return;
    if (await run(offsetFrom(read, clockOf(box.clock.now())))) setText('');
  };
  return (
    <>
      <TimeField
        label={t('clock.trusted')}
        hint={t('clock.trustedHint')}
        text={text}
        onChange={setText}
        error={error}
      />
      <Row>
        <Button disabled={busy || read === null} onClick={() => void compare()}>
          {t('clock.compare')}
        </Button>
      </Row>
    </>
  );
}

// Both to the minute: a clock on the wall shows no more. The nearer way round midnight.
function offsetFrom(trusted: string, here: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const apart = minutes(here) - minutes(trusted);
  return (apart > HALF_DAY ? apart - 2 * HALF_DAY : apart < -HALF_DAY ? apart + 2 * HALF_DAY : apart) * MINUTE;
}
