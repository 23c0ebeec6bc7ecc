import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanReport } from '../../../app/use-returned-paper';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Icon } from '../../components/icon/icon';
import { Row, Stack } from '../../components/page/page';

/** Scanned files into the box: what was read, what lies in the tray, and which file was refused and why. */
export function ReadFiles() {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const [report, setReport] = useState<ScanReport>();
  const reading = useAction(box.returnedPaper.scanChosen);
  const choose = async (): Promise<void> => {
    const read = await reading.run();
    if (read) setReport(read);
  };
  return (
    <Stack gap={3}>
      <Row>
        <Button disabled={reading.busy} leftSection={<Icon name="upload" size={22} />} onClick={() => void choose()}>
          {t('paper.files')}
        </Button>
        <span role="status">
          {reading.busy
            ? t('paper.reading')
            : report &&
              t('paper.read', { count: report.pages, filed: report.filed, tray: report.tray, again: report.again })}
        </span>
      </Row>
      {report?.refused.map((one) => (
        <Banner key={`${one.file} ${one.where}`} tone="warning">
          {t(`paper.refused.${one.code}`, { file: one.file, where: one.where })}
        </Banner>
      ))}
    </Stack>
  );
}
