import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { goTo } from '../../route/route';
import { ManagerStep } from './manager-step';
import { type Place, PlaceStep } from './place-step';
import { RecoveryStep } from './recovery-step';
import { RestoreCard } from './restore-card';
import { StepDots } from './step-dots';

const EMPTY: Place = { site: '', ward: '', workstation: '' };

/** First set-up in three pages: where is this PC, who manages it, the recovery code on paper. */
export function SetUpScreen({
  onBegin,
  onFinished,
}: {
  readonly onBegin: () => void;
  readonly onFinished: () => void;
}) {
  const { t } = useTranslation('setup');
  const box = useBox();
  const { run, error, busy } = useAction(box.setUp);
  const [page, setPage] = useState<0 | 1 | 2>(0);
  const [place, setPlace] = useState(EMPTY);
  const [code, setCode] = useState('');
  const create = async (manager: { managerName: string; passphrase: string }): Promise<void> => {
    onBegin();
    const made = await run({ ...place, ...manager });
    if (!made) return;
    setCode(made.recoveryCode);
    setPage(2);
  };
  return (
    <Page>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <StepDots current={page} labels={[t('place.title'), t('manager.title'), t('recovery.title')]} />
      {page === 0 && (
        <>
          <PlaceStep place={place} onChange={setPlace} onNext={() => setPage(1)} />
          <RestoreCard />
        </>
      )}
      {page === 1 && (
        <ManagerStep busy={busy} error={error} onBack={() => setPage(0)} onCreate={(manager) => void create(manager)} />
      )}
      {page === 2 && (
        <RecoveryStep
          code={code}
          place={place}
          onDone={() => {
            onFinished();
            goTo('manage', [], 'replace');
          }}
        />
      )}
    </Page>
  );
}
