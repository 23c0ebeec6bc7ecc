import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { Fact, Facts } from './facts';

/** One sealed file with everything, for another PC or the day this one is gone. */
export function Backup() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { tell } = useNotices();
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const last = useBoxState((state) => state.settings.lastBackupAt);
  const { run, busy } = useAction(box.backup.save);
  const save = async (): Promise<void> => {
    const done = await run();
    if (!done?.saved) return;
    const { made, name } = done;
    const lost = made.leftOut.length;
    if (lost > 0) tell('critical', t('backup.leftOut', { count: lost, name }));
    else tell('info', t('backup.done', { count: made.summary.entries, name }));
  };
  return (
    <Card title={t('section.backup')}>
      <Stack>
        <p>{t('backup.text')}</p>
        <Facts>
          <Fact label={t('backup.last')}>
            {last ? t('backup.at', { day: last.slice(0, 10), time: clockOf(last) }) : t('backup.never')}
          </Fact>
        </Facts>
        {signedIn ? (
          <Row>
            <Button variant="filled" disabled={busy} onClick={() => void save()}>
              {t(busy ? 'backup.working' : 'backup.do')}
            </Button>
          </Row>
        ) : (
          <Banner
            tone="quiet"
            icon="lock"
            actions={<Button onClick={() => goTo('sign-in')}>{t('people.signIn')}</Button>}
          >
            {t('backup.locked')}
          </Banner>
        )}
        <p>{t('backup.restore')}</p>
      </Stack>
    </Card>
  );
}
