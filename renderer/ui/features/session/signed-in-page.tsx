import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../app/ports';
import { useBox } from '../../box/box-context';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row } from '../../components/page/page';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';

/** Somebody is signed in: who, since when, and the way out. */
export function SignedInPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation('session');
  const box = useBox();
  const { person } = signedIn;
  return (
    <Page>
      <PageTitle lead={t('since', { time: clockOf(signedIn.since), with: t(`with.${signedIn.with}`) })}>
        {t('nameRole', { name: person.name, role: t(`role.${person.role}`) })}
      </PageTitle>
      <Row>
        <BigButton tone="brand" icon="lock" wide onClick={() => void box.lock()}>
          {t('lock')}
        </BigButton>
        <Button leftSection={<Icon name="left" size={20} />} onClick={() => goTo('start')}>
          {t('stay')}
        </Button>
      </Row>
      <Card title={t('lockKeepsTitle')}>
        <p>{t('lockKeeps')}</p>
      </Card>
    </Page>
  );
}
