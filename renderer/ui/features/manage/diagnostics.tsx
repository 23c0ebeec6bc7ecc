import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { ClockCard } from './clock-card';
import { Fact, Facts } from './facts';
import { PaperCode } from './paper-code';
import { PolicyCard } from './policy-card';
import { QuarantineList } from './quarantine-list';
import { Verify } from './verify';

/** The state of this PC's data in words for IT: copies, key, versions, and a check of the whole chain. */
export function Diagnostics() {
  const { t } = useTranslation('manage');
  const shell = useBoxState((state) => state.shell);
  const vault = useBoxState((state) => state.vault);
  const storage = useBoxState((state) => state.storage);
  const library = useBoxState((state) => state.library);
  const quarantined = useBoxState((state) => state.quarantined);
  return (
    <Stack>
      <Card title={t('diagnostics.data')}>
        <Facts>
          <Fact label={t('diagnostics.journal')}>{storage && <Copy state={storage.journal} />}</Fact>
          <Fact label={t('diagnostics.database')}>{storage && <Copy state={storage.database} />}</Fact>
          <Fact label={t('diagnostics.recovered')}>
            {storage?.recovered
              ? t('diagnostics.recoveredFrom', {
                  count: storage.recovered.entries,
                  from: t(`diagnostics.${storage.recovered.from}`),
                })
              : t('diagnostics.notNeeded')}
          </Fact>
          <Fact label={t('diagnostics.unreadable')}>{String(quarantined.length)}</Fact>
        </Facts>
        <Verify />
      </Card>
      <ClockCard />
      {quarantined.length > 0 && <QuarantineList list={quarantined} />}
      <PaperCode />
      <PolicyCard />
      <Card title={t('diagnostics.pc')}>
        <Facts>
          <Fact label={t('diagnostics.place')}>
            {[vault?.site, vault?.ward, vault?.workstation].filter(Boolean).join(' · ')}
          </Fact>
          <Fact label={t('diagnostics.device')}>{vault?.device ?? ''}</Fact>
          <Fact label={t('diagnostics.keyring')}>
            {shell && (
              <StatusWord tone={shell.keyringSafe ? 'quiet' : 'critical'}>
                {t(shell.keyringSafe ? 'diagnostics.keySafe' : 'diagnostics.keyUnsafe', { keyring: shell.keyring })}
              </StatusWord>
            )}
          </Fact>
          <Fact label={t('diagnostics.space')}>
            {shell && (
              <StatusWord tone={shell.space.level === 'ok' ? 'quiet' : 'critical'}>
                {t('diagnostics.free', {
                  gigabytes: (shell.freeBytes / 1e9).toFixed(1),
                  reserve: Math.round(shell.space.ballastBytes / 1e6),
                })}
              </StatusWord>
            )}
          </Fact>
          <Fact label={t('diagnostics.versions')}>
            {shell &&
              `Downtime Box ${shell.version} · Electron ${shell.electron} · Chromium ${shell.chromium} · ${shell.platform}`}
          </Fact>
          <Fact label={t('diagnostics.build')}>
            {shell && t(shell.release ? 'diagnostics.release' : 'diagnostics.development')}
          </Fact>
          <Fact label={t('diagnostics.library')}>
            {t('diagnostics.libraryCount', {
              checklists: library.checklists.length,
              forms: library.forms.length,
              runbooks: library.runbooks.length,
            })}
          </Fact>
        </Facts>
      </Card>
    </Stack>
  );
}

function Copy({ state }: { readonly state: 'ok' | 'failed' }) {
  const { t } = useTranslation('manage');
  return <StatusWord tone={state === 'ok' ? 'quiet' : 'critical'}>{t(`diagnostics.copy.${state}`)}</StatusWord>;
}
