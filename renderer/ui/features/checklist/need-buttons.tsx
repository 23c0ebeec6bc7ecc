import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepNeed } from '../../../domain/checklist/checklist';
import { useBoxState } from '../../box/box-context';
import { Icon, type IconName } from '../../components/icon/icon';
import { Row } from '../../components/page/page';
import { hrefTo } from '../../route/route';
import { SCREEN_NAMES, type ScreenName } from '../../route/screen-names';
import { useScreens } from '../../route/screens-context';

const ICON: Record<StepNeed['kind'], IconName> = {
  form: 'form',
  print: 'printer',
  runbook: 'book',
  contact: 'phone',
  screen: 'right',
};
const SCREEN = { form: 'forms', print: 'print', runbook: 'runbooks', contact: 'contacts' } as const;

/** What the step needs, one key away. A need whose page this version does not have is left out. */
export function NeedButtons({ needs }: { readonly needs: readonly StepNeed[] }) {
  const { t } = useTranslation(['checklist', 'frame']);
  const screens = useScreens();
  const library = useBoxState((state) => state.library);
  const titleOf = (need: StepNeed): string => {
    if (need.kind === 'form' || need.kind === 'print')
      return t(`need.${need.kind}`, { name: library.forms.find((form) => form.id === need.id)?.title ?? need.id });
    if (need.kind === 'screen') return t(`frame:rail.${need.id as 'patients'}`);
    if (need.kind === 'runbook')
      return t('need.runbook', { name: library.runbooks.find((one) => one.id === need.id)?.title ?? need.id });
    return t('need.contact', { name: library.directory.contacts.find((one) => one.id === need.id)?.role ?? need.id });
  };
  const placeOf = (need: StepNeed): ScreenName | undefined => {
    const name = need.kind === 'screen' ? SCREEN_NAMES.find((one) => one === need.id) : SCREEN[need.kind];
    return name && screens.of(name) ? name : undefined;
  };
  const offered = needs.flatMap((need) => {
    const place = placeOf(need);
    return place ? [{ need, place }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <Row>
      {offered.map(({ need, place }) => (
        <Button
          key={`${need.kind}-${need.id}`}
          component="a"
          href={need.kind === 'screen' ? hrefTo(place) : hrefTo(place, need.id)}
          leftSection={<Icon name={ICON[need.kind]} size={22} />}
        >
          {titleOf(need)}
        </Button>
      ))}
    </Row>
  );
}
