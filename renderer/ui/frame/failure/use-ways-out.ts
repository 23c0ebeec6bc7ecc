import { useTranslation } from 'react-i18next';
import type { ScreenName } from '../../route/screen-names';
import { screenOf } from '../../screens';

const WAYS = ['print', 'export', 'tasks', 'runbooks', 'contacts'] as const;

/** Places that help when a screen or the data does not open: paper and phone first. */
export function useWaysOut(): readonly { readonly screen: ScreenName; readonly label: string }[] {
  const { t } = useTranslation('frame');
  return WAYS.filter((screen) => screenOf(screen)).map((screen) => ({ screen, label: t(`rail.${screen}`) }));
}
