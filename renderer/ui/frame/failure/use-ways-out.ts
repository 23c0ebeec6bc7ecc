import { useTranslation } from 'react-i18next';
import type { ScreenName } from '../../route/screen-names';
import { useScreens } from '../../route/screens-context';

const WAYS = ['print', 'export', 'tasks', 'runbooks', 'contacts'] as const;

/** Places that help when a screen or the data does not open: paper and phone first. */
export function useWaysOut(): readonly { readonly screen: ScreenName; readonly label: string }[] {
  const { t } = useTranslation('frame');
  const screens = useScreens();
  return WAYS.filter((screen) => screens.of(screen)).map((screen) => ({ screen, label: t(`rail.${screen}`) }));
}
