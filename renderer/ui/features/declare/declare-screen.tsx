import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { realmOf } from '../../../domain/outage/rules';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row } from '../../components/page/page';
import { TimeField } from '../../components/time-field/time-field';
import { readTime } from '../../components/time-field/read-time';
import { usePageKey } from '../../frame/keys';
import { goTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { clockOf } from '../../strings/time-words';
import { kindOf, lastTimeOfDay, type Occasion, presetsFor } from './answers';
import styles from './declare.module.css';
import { RoleQuestion, useFirstRole } from './role-question';
import { ScopeQuestion } from './scope-question';
import { WardQuestion } from './ward-question';

const TITLES = {
  now: { title: 'title', lead: 'lead', start: 'start' },
  drill: { title: 'titleDrill', lead: 'leadDrill', start: 'startDrill' },
  planned: { title: 'titlePlanned', lead: 'leadPlanned', start: 'start' },
} as const;

/** Three answers with good guesses, then Enter: the clock runs and the role card opens. No sign-in. */
export function DeclareScreen({ rest }: ScreenProps) {
  const { t } = useTranslation('declare');
  const box = useBox();
  const now = useNow();
  const occasion: Occasion = rest[0] === 'drill' || rest[0] === 'planned' ? rest[0] : 'now';
  const homeWard = useBoxState((state) => state.vault?.ward ?? '');
  const running = useBoxState((state) => currentOutage(state.world.outages));
  const presets = presetsFor(useBoxState((state) => state.library.presets));
  const [scope, setScope] = useState(presets[0]?.id ?? '');
  const [ward, setWard] = useState(homeWard);
  const [role, setRole] = useState(useFirstRole());
  const [since, setSince] = useState<string | null>(null);
  const declare = useAction(box.outage.declare);
  const begun = useRef(false);
  const preset = presets.find((one) => one.id === scope);
  const kind = kindOf(occasion, preset);
  const blocked = running?.stage === 'running' && (realmOf(kind) === 'drill' || realmOf(running.kind) === 'real');

  const start = async (): Promise<void> => {
    if (begun.current || blocked || ward.trim() === '') return;
    begun.current = true;
    const time = since === null ? null : readTime(since);
    const written = await declare.run({
      kind,
      systems: preset?.systems ?? ['ehr'],
      ward: ward.trim(),
      since: time === null ? box.clock.now() : lastTimeOfDay(time, box.clock.now()),
    });
    begun.current = false;
    const outage = written?.[0]?.book;
    if (outage === undefined) return;
    if (role !== null) {
      await box.checklists.start({ outage, ward: ward.trim(), checklist: role });
      await box.saveSettings({ role });
    }
    goTo('tasks', role === null ? [] : [role], 'replace');
  };
  usePageKey('Enter', () => void start());
  const words = TITLES[occasion];
  return (
    <Page>
      <PageTitle lead={t(words.lead)}>{t(words.title)}</PageTitle>
      <ScopeQuestion presets={presets} value={scope} onChange={setScope} />
      <WardQuestion home={homeWard} value={ward} onChange={setWard}>
        <div className={styles.since}>
          <TimeField label={t('since')} hint={null} text={since ?? clockOf(now)} onChange={setSince} />
        </div>
      </WardQuestion>
      <RoleQuestion value={role} onChange={setRole} />
      <Row>
        <BigButton
          tone={occasion === 'drill' ? 'brand' : 'critical'}
          icon="play"
          wide
          disabled={declare.busy || blocked || ward.trim() === '' || (since !== null && readTime(since) === null)}
          shortcut={{ shown: t('enter'), aria: 'Enter' }}
          onClick={() => void start()}
        >
          {t(words.start, { ward: ward.trim() })}
        </BigButton>
        {blocked && (
          <BigButton tone="plain" onClick={() => goTo('start')}>
            {t('joinInstead')}
          </BigButton>
        )}
      </Row>
      {declare.error && (
        <Banner tone="critical" live="alert">
          {declare.error}
        </Banner>
      )}
    </Page>
  );
}
