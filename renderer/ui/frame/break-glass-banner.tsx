import { useTranslation } from 'react-i18next';
import { useBoxState } from '../box/box-context';
import { Banner } from '../components/banner/banner';

/** Stands on every screen of a session that a one-time code opened. */
export function BreakGlassBanner() {
  const { t } = useTranslation(['frame', 'session']);
  const signedIn = useBoxState((state) => state.signedIn);
  if (signedIn?.with !== 'break-glass') return null;
  const { name, role } = signedIn.person;
  return (
    <Banner tone="warning" live="status">
      {t('frame:breakGlass', { name, role: t(`session:role.${role}`) })}
    </Banner>
  );
}
