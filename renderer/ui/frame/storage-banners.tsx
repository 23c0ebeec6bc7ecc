import { useTranslation } from 'react-i18next';
import { useBoxState } from '../box/box-context';
import { Banner } from '../components/banner/banner';
import { useRoute } from '../route/route';
import styles from './storage-banners.module.css';

/** What is wrong with where things are kept, as long as it is wrong. Deleting is never the way out. */
export function StorageBanners() {
  const { t } = useTranslation('frame');
  const storage = useBoxState((state) => state.storage);
  const shell = useBoxState((state) => state.shell);
  const second = useBoxState((state) => state.secondJournal);
  const { screen } = useRoute();
  const broken = useBoxState((state) => state.quarantined.length);
  const space = shell?.space.level ?? 'ok';
  const oneCopy = space !== 'read-only' && storage && (storage.journal === 'failed' || storage.database === 'failed');
  return (
    <>
      {oneCopy && (
        <Banner tone="critical" live="alert">
          {t(storage.journal === 'failed' ? 'storage.journalFailed' : 'storage.databaseFailed')}
        </Banner>
      )}
      {storage?.doubt && (
        <Banner tone="critical" live="alert">
          {t('storage.doubt')}
        </Banner>
      )}
      {storage?.recovered && (
        <Banner tone="warning" live="status">
          {t('storage.recovered', {
            count: storage.recovered.entries,
            from: t(`storage.copy.${storage.recovered.from}`),
          })}
        </Banner>
      )}
      {broken > 0 && (
        <Banner tone="critical" live="status">
          {t('storage.quarantined', { count: broken })}
        </Banner>
      )}
      {shell &&
        !shell.keyringSafe &&
        // In full where people begin; a line everywhere else, so that a step under stress keeps its place on the screen.
        (screen === 'start' || screen === 'manage' || screen === 'sign-in' ? (
          <Banner tone="warning" live="status">
            {t('storage.keyringUnsafe', { keyring: shell.keyring })}
          </Banner>
        ) : (
          <p className={styles.line}>{t('storage.keyringUnsafe', { keyring: shell.keyring })}</p>
        ))}
      {second !== null && second.unreachableSince !== null && (
        <Banner tone="warning" live="status">
          {t('storage.secondLost', { count: second.behind })}
        </Banner>
      )}
      {shell && space !== 'ok' && (
        <Banner tone={space === 'low' ? 'warning' : 'critical'} live={space === 'low' ? 'status' : 'alert'}>
          {t(`storage.space.${space}`, { megabytes: Math.round(shell.freeBytes / 1_000_000) })}
        </Banner>
      )}
    </>
  );
}
