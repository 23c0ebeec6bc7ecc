import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { resumeAt } from '../../../domain/checklist/run-view';
import { stepText } from '../../../domain/checklist/checklist';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { wardHere } from '../../box/readings';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { Icon, type IconName } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Row, Stack } from '../../components/page/page';
import { goTo } from '../../route/route';
import type { ScreenName } from '../../route/screen-names';
import { useScreens } from '../../route/screens-context';
import { clockOf } from '../../strings/time-words';
import { JoinBanner } from './join-banner';
import { RoleCards } from './role-cards';
import { SystemsCard } from './systems-card';
import { WhoToCall } from './who-to-call';

const WAYS: readonly { readonly screen: ScreenName; readonly icon: IconName }[] = [
  { screen: 'patients', icon: 'bed' },
  { screen: 'print', icon: 'printer' },
  { screen: 'runbooks', icon: 'book' },
  { screen: 'log', icon: 'log' },
  { screen: 'situation', icon: 'info' },
];

/** The EHR is down: go on where the checklist stands, see what is up and what is not, whom to call. */
export function DuringPage({ event }: { readonly event: OutageState }) {
  const { t } = useTranslation(['ready', 'frame', 'declare']);
  const box = useBox();
  const now = useNow();
  const home = useBoxState((state) => state.vault?.ward);
  const ward = wardHere(event, home);
  const role = useBoxState((state) => state.settings.role);
  useBoxState((state) => state.world.runs);
  const screens = useScreens();
  const view = role === null ? undefined : box.checklists.view({ outage: event.id, ward, checklist: role, now });
  const next = view && resumeAt(view);
  return (
    <Page>
      <PageTitle lead={t('during.lead', { time: clockOf(event.since), what: t(`declare:kind.${event.kind}`) })}>
        {t(event.kind === 'drill' ? 'during.drill' : 'during.title', { ward })}
      </PageTitle>
      {home !== undefined && <JoinBanner event={event} ward={home} />}
      <Columns kind="wide-narrow">
        <Stack>
          {role !== null && view && (
            <Card title={t('during.goOn')}>
              <Stack gap={3}>
                <p>{next ? stepText(next.step) : t('during.allDone')}</p>
                <Row>
                  <BigButton
                    tone="brand"
                    icon="tasks"
                    wide
                    onClick={() => goTo('tasks', next ? [role, next.step.id] : [role])}
                  >
                    {t('during.open')}
                  </BigButton>
                </Row>
              </Stack>
            </Card>
          )}
          <RoleCards event={event} ward={ward} />
          <Row>
            {WAYS.filter((way) => screens.of(way.screen)).map((way) => (
              <Button key={way.screen} leftSection={<Icon name={way.icon} />} onClick={() => goTo(way.screen)}>
                {t(`frame:rail.${way.screen as 'patients'}`)}
              </Button>
            ))}
          </Row>
        </Stack>
        <Stack>
          <SystemsCard event={event} />
          <WhoToCall />
        </Stack>
      </Columns>
    </Page>
  );
}
