import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../components/banner/banner';
import { goTo, useRoute } from '../route/route';
import type { ScreenName } from '../route/screen-names';
import { BreakGlassBanner } from './break-glass-banner';
import { ClockBanner } from './clock-banner';
import styles from './frame.module.css';
import { NoticeList } from './notices/notice-list';
import { Rail } from './rail/rail';
import { StorageBanners } from './storage-banners';
import { Strip } from './strip';
import { UndoBar } from './undo/undo-bar';
import { usePlaces } from './use-places';
import { useIdleLock } from './use-idle-lock';
import { useRegionWalk } from './use-region-walk';

/** Which place of the rail a screen belongs to that has none of its own. */
const PLACES: Partial<Record<ScreenName, ScreenName>> = {
  declare: 'start',
  'sign-in': 'start',
  problems: 'runbooks',
  requests: 'patients',
  census: 'patients',
  situation: 'log',
};

/** Strip, rail and main: what stands around every screen. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('frame');
  const { screen } = useRoute();
  const places = usePlaces(useCallback((name) => goTo(name), []));
  useRegionWalk();
  const lockNear = useIdleLock();
  return (
    <div className={styles.frame}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
      >
        {t('skip')}
      </button>
      <Strip />
      <div className={styles.body}>
        <Rail items={places} current={PLACES[screen] ?? screen} />
        <main className={styles.main} data-region="main" tabIndex={-1} aria-label={t('main')}>
          <div className={styles.banners}>
            {lockNear && (
              <Banner tone="warning" icon="lock" live="alert">
                {t('lockNear')}
              </Banner>
            )}
            <BreakGlassBanner />
            <StorageBanners />
            <ClockBanner />
            <NoticeList />
          </div>
          <div className={styles.screen}>{children}</div>
        </main>
      </div>
      <UndoBar />
    </div>
  );
}
