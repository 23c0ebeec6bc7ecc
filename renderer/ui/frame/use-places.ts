import { useTranslation } from 'react-i18next';
import { useBoxState } from '../box/box-context';
import type { ScreenName } from '../route/screen-names';
import { useScreens } from '../route/screens-context';
import { type GlobalKey, useGlobalKeys } from './keys';
import type { RailItem } from './rail/rail';

/** The places offered now, and their keys. Before set-up only what needs no vault. */
export function usePlaces(go: (screen: ScreenName) => void): readonly RailItem[] {
  const { t } = useTranslation('frame');
  const setUp = useBoxState((state) => state.vault?.exists ?? false);
  const offered = useScreens().list.filter((screen) => setUp || screen.beforeSetUp);
  const keys: Partial<Record<GlobalKey, () => void>> = {};
  for (const { shortcut, name } of offered) if (shortcut) keys[shortcut] = () => go(name);
  useGlobalKeys(keys);
  const items: RailItem[] = [];
  for (const { name, rail, shortcut } of offered) {
    if (rail)
      items.push({
        screen: name,
        label: t(`rail.${name as 'start'}`),
        icon: rail.icon,
        shortcut,
        atEnd: rail.atEnd ?? false,
      });
  }
  return items;
}
