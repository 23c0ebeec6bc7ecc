import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Row } from '../../components/page/page';
import { Select } from '../../components/select/select';

/** Sends the codes to a printer, never to a file: a PDF of them on this disk would be a bunch of keys. */
export function PrintCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('manage');
  const box = useBox();
  const paper = useBoxState((state) => state.settings.paper);
  const [printers, setPrinters] = useState<readonly { readonly name: string; readonly label: string }[]>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sent, setSent] = useState<boolean>();
  useEffect(() => void box.print.printers().then(setPrinters, () => setPrinters([])), [box]);
  const print = useAction(async (printer: string) => {
    const plan = await box.print.plan({ kind: 'break-glass-codes', codes, paper });
    return plan.ok ? box.print.toPrinter(plan.value, printer, 1) : plan;
  });
  if (!printers) return null;
  if (printers.length === 0) return <Banner tone="warning">{t('breakGlass.noPrinter')}</Banner>;
  const printer = chosen ?? printers[0]?.name ?? '';
  return (
    <>
      <Select
        label={t('breakGlass.printer')}
        value={printer}
        onChange={setChosen}
        error={print.error}
        options={printers.map((one) => ({ value: one.name, label: one.label }))}
      />
      <Row>
        <Button
          variant="filled"
          disabled={print.busy}
          onClick={() => void print.run(printer).then((answer) => setSent(answer?.sent ?? false))}
        >
          {t('breakGlass.print', { count: codes.length })}
        </Button>
        <span role="status">
          {sent !== undefined && t(sent ? 'breakGlass.sent' : 'breakGlass.notSent', { printer })}
        </span>
      </Row>
    </>
  );
}
