import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CensusFile } from '../../../app/use-census';
import { useBox } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { ChooseFiles } from './choose-files';
import { IntakeCard } from './intake-card';
import { CurrentList } from './current-list';
import { ReadingPage } from './reading-page';
import { useCensusReading } from './use-census-reading';

/** The ward list the EHR wrote last: chosen, looked at, corrected, taken. Until then the last good one stays. */
export function CensusScreen(_props: ScreenProps) {
  const { t } = useTranslation('census');
  const box = useBox();
  const { sitting, read, clear } = useCensusReading();
  const { tell } = useNotices();
  const begin = (files: readonly CensusFile[]): void => {
    if (files.length === 0) return;
    void read({ files, decisions: {}, asOf: undefined });
  };
  const choose = async (): Promise<void> => begin(await box.census.choose());
  return (
    <Page>
      <PageTitle
        lead={<CurrentList />}
        actions={
          sitting.files.length > 0 && (
            <>
              <Button leftSection={<Icon name="upload" size={20} />} onClick={() => void choose()}>
                {t('choose.others')}
              </Button>
              <Button onClick={clear}>{t('choose.stop')}</Button>
            </>
          )
        }
      >
        {t('title')}
      </PageTitle>
      {sitting.files.length === 0 ? (
        <>
          <ChooseFiles onChoose={() => void choose()} onFiles={begin} />
          <IntakeCard />
        </>
      ) : (
        <ReadingPage
          sitting={sitting}
          onChange={(change) =>
            void read({ files: sitting.files, decisions: sitting.decisions, asOf: sitting.asOf, ...change })
          }
          onTaken={(patients) => {
            clear();
            tell('info', t('done', { count: patients }));
            goTo('patients');
          }}
        />
      )}
    </Page>
  );
}
