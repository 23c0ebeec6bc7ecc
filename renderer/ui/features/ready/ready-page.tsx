import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBoxState, useNow } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Row, Stack } from '../../components/page/page';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { BackEntryBanner } from './back-entry-banner';
import { CheckTable } from './check-table';
import { ReadAnytime } from './read-anytime';
import { readiness } from './readiness';
import styles from './ready.module.css';
import { WhoToCall } from './who-to-call';

/** EHR up: what is true on this workstation, and the one button for when it stops. */
export function ReadyPage() {
  const { t } = useTranslation('ready');
  const state = useBoxState((all) => all);
  const now = useNow();
  const screens = useScreens();
  const checks = readiness(state, now);
  const wanting = checks.filter((check) => check.tone === 'warning' || check.tone === 'critical').length;
  return (
    <Page>
      <Columns kind="wide-narrow">
        <Stack>
          <PageTitle lead={t('lead')}>{wanting === 0 ? t('ready') : t('wanting', { count: wanting })}</PageTitle>
          <BackEntryBanner />
          <button type="button" className={styles.down} onClick={() => goTo('declare')}>
            <Icon name="power" size={28} className={styles.downIcon} />
            <span className={styles.downWords}>
              <span className={styles.downTitle}>{t('down')}</span>
              <span className={styles.downText}>{t('downText')}</span>
            </span>
          </button>
          <CheckTable checks={checks} now={now} />
          <Row>
            <Button leftSection={<Icon name="drill" />} onClick={() => goTo('declare', ['drill'])}>
              {t('drill')}
            </Button>
            <Button leftSection={<Icon name="calendar" />} onClick={() => goTo('declare', ['planned'])}>
              {t('planned')}
            </Button>
            {screens.of('census') && (
              <Button leftSection={<Icon name="upload" />} onClick={() => goTo('census')}>
                {t('census')}
              </Button>
            )}
          </Row>
        </Stack>
        <Stack>
          <WhoToCall />
          <ReadAnytime />
        </Stack>
      </Columns>
    </Page>
  );
}
