import { useTranslation } from 'react-i18next';
import type { Person } from '../../../app/ports';
import { Card } from '../../components/card/card';
import { PinPad } from '../../components/pin-pad/pin-pad';
import { useSignIn } from './use-sign-in';

/** The PIN of the person chosen. */
export function PinEntry({ person, onEntered }: { readonly person: Person; readonly onEntered: () => void }) {
  const { t } = useTranslation('session');
  const { signIn, error, busy, waitSeconds } = useSignIn(onEntered);
  return (
    <Card title={t('pinOf', { name: person.name })}>
      <PinPad
        takesFocus
        submitLabel={waitSeconds > 0 ? t('waitSeconds', { seconds: waitSeconds }) : t('signIn')}
        busy={busy}
        error={error}
        onSubmit={(secret) => void signIn({ person: person.id, secret, kind: 'pin' })}
      />
    </Card>
  );
}
