import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintPlan, PrintRequest } from '../../../../app/print-plan';
import { useBox, useBoxState } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Banner } from '../../../components/banner/banner';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { useNotices } from '../../../frame/notices/notices-context';
import { clockOf } from '../../../strings/time-words';

/** What is put on one sheet. */
export type SheetToPrint = Extract<PrintRequest, { readonly kind: 'sheet' }>['sheet'];

/** One sheet to the printer of this PC or into a PDF. What does not fit is named by field; nothing is clipped. */
export function PrintSheetDialog({ sheet, onClose }: { readonly sheet: SheetToPrint; readonly onClose: () => void }) {
  const { t } = useTranslation(['forms', 'common']);
  const box = useBox();
  const { tell } = useNotices();
  const paper = useBoxState((state) => state.settings.paper);
  const printer = useBoxState((state) => state.settings.printer);
  const [plan, setPlan] = useState<PrintPlan>();
  const planning = useAction(box.print.plan);
  const sending = useAction(box.print.toPrinter);
  const saving = useAction(box.print.savePdf);
  const { run } = planning;
  useEffect(() => {
    let gone = false;
    void run({ kind: 'sheet', sheet, paper }).then((made) => !gone && setPlan(made));
    return () => {
      gone = true;
    };
  }, [run, sheet, paper]);
  const print = useCallback(async (): Promise<void> => {
    if (!plan || !printer) return;
    const sent = await sending.run(plan, printer, 1);
    if (!sent) return;
    const time = clockOf(box.clock.now());
    if (sent.sent) tell('info', t('paper.sent', { printer, time, pages: plan.pages }));
    else tell('critical', t('paper.notSent', { printer, why: sent.why ?? '' }));
    onClose();
  }, [plan, printer, sending, box, tell, t, onClose]);
  const save = async (): Promise<void> => {
    if (plan && (await saving.run(plan))) onClose();
  };
  const overflow = plan?.overflow ?? [];
  const ready = plan !== undefined && overflow.length === 0 && !sending.busy && !saving.busy;
  const error = planning.error ?? sending.error ?? saving.error;
  return (
    <Dialog
      title={t('paper.title', { form: `${sheet.form.id} ${sheet.form.title}` })}
      onClose={onClose}
      actions={
        <>
          {printer && (
            <Button
              variant="filled"
              disabled={!ready}
              leftSection={<Icon name="printer" />}
              onClick={() => void print()}
            >
              {t('paper.print', { count: plan?.pages ?? 0 })}
            </Button>
          )}
          <Button
            {...(printer ? {} : { variant: 'filled' })}
            disabled={!ready}
            leftSection={<Icon name="pdf" />}
            onClick={() => void save()}
          >
            {t('paper.pdf')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {plan && (
        <p>{t('paper.count', { count: plan.pages, paper: plan.paper, printer: printer ?? t('paper.noPrinter') })}</p>
      )}
      <p>{t(sheet.mode === 'record' ? 'paper.record' : 'paper.asItIs')}</p>
      {overflow.length > 0 && (
        <Banner tone="critical" live="alert">
          <b>{t('paper.overflow')}</b>{' '}
          {overflow.map((one) => t('paper.field', { page: one.page, field: one.field })).join('; ')}
        </Banner>
      )}
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
    </Dialog>
  );
}
