import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Kbd } from '../../components/kbd/kbd';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Stack } from '../../components/page/page';
import { useScreens } from '../../route/screens-context';
import styles from './help.module.css';

/** F1: how to go on, what works without network, the keys. Readable by anyone. */
export function HelpScreen() {
  const { t } = useTranslation(['help', 'frame']);
  const screens = useScreens();
  const version = useBoxState((state) => state.shell?.version);
  const keys = [
    ...screens.list.flatMap(({ shortcut, name }) =>
      shortcut ? [{ key: shortcut, what: t(`keys.${shortcut}`), name }] : [],
    ),
    { key: 'F6', what: t('keys.F6'), name: 'walk' },
    { key: 'F8', what: t('keys.F8'), name: 'due' },
  ].toSorted((a, b) => a.key.localeCompare(b.key));
  return (
    <Page>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Columns kind="wide-narrow">
        <Stack>
          {(['start', 'tick', 'patients', 'paper', 'back'] as const).map((part) => (
            <Card key={part} title={t(`parts.${part}.title`)}>
              <p>{t(`parts.${part}.text`)}</p>
            </Card>
          ))}
        </Stack>
        <Stack>
          <Card title={t('keysTitle')}>
            <dl className={styles.keys}>
              {keys.map(({ key, what, name }) => (
                <div key={name} className={styles.line}>
                  <dt>
                    <Kbd>{key}</Kbd>
                    <span className="visually-hidden">{key}</span>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </Card>
          <Card title={t('offlineTitle')}>
            <p>{t('offline')}</p>
          </Card>
          <Card title={t('aboutTitle')}>
            <p>{t('about', { version: version ?? '' })}</p>
            <p>{t('notAdvice')}</p>
          </Card>
        </Stack>
      </Columns>
    </Page>
  );
}
