import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';

/** The tables of the after-action report into a folder somebody chooses. */
export function SaveTables({ outage }: { readonly outage: string }) {
  const { t } = useTranslation('situation');
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const save = async (): Promise<void> => {
    try {
      if (await box.reports.save(outage)) tell('info', t('tablesSaved'));
    } catch (error) {
      tell('critical', failure(error));
    }
  };
  return (
    <Button leftSection={<Icon name="download" size={22} />} onClick={() => void save()}>
      {t('tables')}
    </Button>
  );
}
