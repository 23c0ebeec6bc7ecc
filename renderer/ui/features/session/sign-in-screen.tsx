import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page } from '../../components/page/page';
import { goTo, useRoute } from '../../route/route';
import { type ScreenProps, useScreens } from '../../route/screens-context';
import { BadgeScan } from './badge-scan';
import { BreakGlassForm } from './break-glass-form';
import { OtherKeys } from './other-keys';
import { PeopleList } from './people-list';
import { PinEntry } from './pin-entry';
import { SignedInPage } from './signed-in-page';

/**
 * Who are you: the list of people, then the PIN. Stands in front of every screen with patients, and that screen opens
 * after it. Names of staff are no secret here.
 */
export function SignInScreen(_props: ScreenProps) {
  const { t } = useTranslation('session');
  const signedIn = useBoxState((state) => state.signedIn);
  const people = useBoxState((state) => state.vault?.people);
  const { screen } = useRoute();
  const screens = useScreens();
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState<'keys' | 'break-glass' | null>(null);
  const person = people?.find((one) => one.id === chosen);
  const entered = (): void => {
    if (screen === 'sign-in') goTo(screens.of('patients') ? 'patients' : 'start', [], 'replace');
  };
  if (signedIn) return <SignedInPage signedIn={signedIn} />;
  const withPin = people?.filter((one) => one.hasPin) ?? [];
  return (
    <Page>
      <PageTitle lead={t(screen === 'sign-in' ? 'lead' : 'leadPatients')}>{t('title')}</PageTitle>
      {/* Not beside the PIN pad: a PIN typed fast must never be taken for a badge. */}
      {chosen === null && other === null && <BadgeScan onPerson={setChosen} />}
      <Columns kind="narrow-wide">
        <PeopleList
          people={withPin}
          chosen={other ? null : chosen}
          onChoose={(id) => {
            setChosen(id);
            setOther(null);
          }}
          other={other === 'keys'}
          onOther={() => setOther('keys')}
          glass={other === 'break-glass'}
          onGlass={() => setOther('break-glass')}
        />
        {other === 'break-glass' ? (
          <BreakGlassForm onEntered={entered} />
        ) : other || withPin.length === 0 ? (
          <OtherKeys onEntered={entered} />
        ) : person ? (
          <PinEntry key={person.id} person={person} onEntered={entered} />
        ) : (
          <EmptyState icon="user" title={t('chooseTitle')}>
            {t('chooseText')}
          </EmptyState>
        )}
      </Columns>
    </Page>
  );
}
