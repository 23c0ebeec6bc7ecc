import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useNotices } from '../../frame/notices/notices-context';
import { useScan } from '../patients/scan/use-scan';

/** A badge scanned on the sign-in page chooses its name; the PIN is asked all the same. */
export function BadgeScan({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const { t } = useTranslation('session');
  const box = useBox();
  const { tell } = useNotices();
  const look = async (code: string): Promise<void> => {
    const owner = await box.badges.ownerOf(code);
    if (owner === undefined) tell('warning', t('badgeUnknown'));
    else onPerson(owner);
  };
  useScan((code) => void look(code));
  return null;
}
