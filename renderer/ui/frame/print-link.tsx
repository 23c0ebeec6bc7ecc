import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon/icon';
import { hrefTo } from '../route/route';
import { useScreens } from '../route/screens-context';

/** Leads to the print centre with this role card or runbook chosen: paper is the copy that needs no power. */
export function PrintLink({ kind, id }: { readonly kind: 'checklist' | 'runbook'; readonly id: string }) {
  const { t } = useTranslation();
  const screens = useScreens();
  if (!screens.of('print')) return null;
  return (
    <Button component="a" href={hrefTo('print', kind, id)} leftSection={<Icon name="printer" size={22} />}>
      {t('print')}
    </Button>
  );
}
