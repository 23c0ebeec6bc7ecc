import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../../domain/basics/result';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';

/** Sends the code to a printer, never to a file: a PDF of it on this disk would open the box to whoever finds it. */
export function RecoveryPrint({ code }: { readonly code: string }) {
  const { t } = useTranslation('setup');
  const box = useBox();
  const paper = useBoxState((state) => state.settings.paper);
  const [printers, setPrinters] = useState<readonly { readonly name: string; readonly label: string }[]>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sent, setSent] = useState<boolean>();
  useEffect(() => void box.print.printers().then(setPrinters, () => setPrinters([])), [box]);
  const print = useAction(async (printer: string) => {
    const plan = await box.print.plan({ kind: 'recovery-code', code, paper });
    return plan.ok ? box.print.toPrinter(plan.value, printer, 1) : ok({ sent: false });
  });
  if (!printers) return null;
  if (printers.length === 0) return <Banner tone="warning">{t('recovery.noPrinter')}</Banner>;
  const printer = chosen ?? printers[0]?.name ?? '';
  return (
    <Stack gap={3}>
      <Select
        label={t('recovery.printer')}
        value={printer}
        onChange={setChosen}
        options={printers.map((one) => ({ value: one.name, label: one.label }))}
      />
      <Row>
        <BigButton
          tone="plain"
          icon="printer"
          disabled={print.busy}
          onClick={() => void print.run(printer).then((answer) => setSent(answer?.sent ?? false))}
        >
          {t('recovery.print')}
        </BigButton>
        <span role="status">{sent !== undefined && t(sent ? 'recovery.sent' : 'recovery.notSent', { printer })}</span>
      </Row>
      {print.error && (
        <Banner tone="critical" live="alert">
          {print.error}
        </Banner>
      )}
    </Stack>
  );
}
