import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BACK_ENTRY_PAPERS, type BackEntryPaper } from '../../../app/use-back-entry-paper';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { Row, Stack } from '../../components/page/page';

/** Doses given, control sheets, covers and the certificate: to the printer of this PC, or into a PDF. */
export function ClosingPaper({ kinds = BACK_ENTRY_PAPERS }: { readonly kinds?: readonly BackEntryPaper[] }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const printer = useBoxState((state) => state.settings.printer);
  const printing = useAction(box.backEntryPaper.toPrinter);
  const saving = useAction(box.backEntryPaper.savePdf);
  const [told, setTold] = useState('');
  const busy = printing.busy || saving.busy;
  const make = async (kind: BackEntryPaper): Promise<void> => {
    setTold('');
    if (!printer) {
      const made = await saving.run(kind);
      if (made?.saved) setTold(t('print.saved'));
      return;
    }
    const sent = await printing.run(kind, printer);
    if (sent) setTold(sent.sent ? t('print.sent', { printer }) : t('print.notSent', { why: sent.why ?? '' }));
  };
  const error = printing.error ?? saving.error;
  return (
    <Card title={t('print.title')}>
      <Stack gap={3}>
        <Row>
          {kinds.map((kind) => (
            <Button
              key={kind}
              disabled={busy}
              leftSection={<Icon name={printer ? 'printer' : 'pdf'} size={22} />}
              onClick={() => void make(kind)}
            >
              {t(`print.${kind}`)}
            </Button>
          ))}
        </Row>
        <p role="status">{told}</p>
        {error && (
          <Banner tone="critical" live="alert">
            {error}
          </Banner>
        )}
      </Stack>
    </Card>
  );
}
