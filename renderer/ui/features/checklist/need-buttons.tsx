import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepNeed } from '../../../domain/checklist/checklist';
import { useBoxState } from '../../box/box-context';
import { Icon, type IconName } from '../../components/icon/icon';
import { Row } from '../../components/page/page';
import { useScreens } from '../../route/screens-context';
import { needLinks, type NeedLink } from './need-links';

const ICON: Record<StepNeed['kind'], IconName> = {
  form: 'form',
  print: 'printer',
  runbook: 'book',
  contact: 'phone',
  screen: 'right',
};

/** What the step needs, one key away; a form this version does not have stands there as the paper it is. */
export function NeedButtons({ needs }: { readonly needs: readonly StepNeed[] }) {
  const { t } = useTranslation(['checklist', 'frame']);
  const screens = useScreens();
  const library = useBoxState((state) => state.library);
  const { links, onPaper } = needLinks(needs, library, (screen) => screens.of(screen) !== undefined);
  const titleOf = ({ kind, id, name }: NeedLink): string => {
    if (kind === 'screen') return t(`frame:rail.${id as 'patients'}`);
    if (kind === 'print') return t(`need.pack.${id as 'ward-pack'}`);
    return t(`need.${kind}`, { name });
  };
  if (links.length === 0 && onPaper.length === 0) return null;
  return (
    <Row>
      {links.map((link) => (
        <Button
          key={`${link.kind}-${link.id}`}
          component="a"
          href={link.href}
          leftSection={<Icon name={ICON[link.kind]} size={22} />}
        >
          {titleOf(link)}
        </Button>
      ))}
      {onPaper.length > 0 && <span>{t('need.onPaper', { forms: onPaper.join(', ') })}</span>}
    </Row>
  );
}
