import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card/card';
import type { IconName } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Stack } from '../../components/page/page';
import { SectionNav } from '../../components/section-nav/section-nav';
import { goTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { AuditTrail } from './audit-trail';
import { FormVersions } from '../library/form-versions';
import { Backup } from './backup';
import { BreakGlass } from './break-glass';
import { Diagnostics } from './diagnostics';
import { DowntimeEnd } from './downtime-end';
import { People } from './people';
import { Retention } from './retention';
import { SecondPlace } from './second-place';
import { WorkstationSettings } from './workstation-settings';

const SECTIONS = {
  people: 'users',
  'break-glass': 'key',
  forms: 'form',
  downtime: 'power',
  workstation: 'settings',
  backup: 'saved',
  audit: 'eye',
  retention: 'archive',
  diagnostics: 'proof',
} as const satisfies Record<string, IconName>;

type Section = keyof typeof SECTIONS;

/** People, the end of a downtime, settings of this PC, and the state of its data. `rest`: section. */
export function ManageScreen({ rest: [wanted, ...rest] }: ScreenProps) {
  const { t } = useTranslation('manage');
  const names = Object.keys(SECTIONS) as Section[];
  const section = names.find((name) => name === wanted) ?? 'people';
  return (
    <Page>
      <PageTitle>{t('title')}</PageTitle>
      <Columns kind="narrow-wide">
        <Card>
          <SectionNav
            label={t('sections')}
            items={names.map((name) => ({ id: name, label: t(`section.${name}`), icon: SECTIONS[name], state: '' }))}
            current={section}
            onChoose={(name) => goTo('manage', [name])}
          />
        </Card>
        {section === 'people' && <People />}
        {section === 'break-glass' && <BreakGlass />}
        {section === 'forms' && <FormVersions rest={rest} />}
        {section === 'downtime' && <DowntimeEnd />}
        {section === 'workstation' && (
          <Stack>
            <WorkstationSettings />
            <SecondPlace />
          </Stack>
        )}
        {section === 'backup' && <Backup />}
        {section === 'audit' && <AuditTrail />}
        {section === 'retention' && <Retention />}
        {section === 'diagnostics' && <Diagnostics />}
      </Columns>
    </Page>
  );
}
