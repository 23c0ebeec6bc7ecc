import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { BigButton } from '../../components/big-button/big-button';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';
import { OverflowBanner } from './overflow-banner';
import styles from './print.module.css';
import type { Choices } from './use-choices';
import type { usePlan } from './use-plan';
import type { Printer } from './use-printers';

const CTRL_P = { shown: 'Ctrl+P', aria: 'Control+P' } as const;

/** The count on the button, the paper it takes, and why it cannot be printed. */
export function PrintActions({
  choices,
  planning,
  printer,
  onSent,
}: {
  readonly choices: Choices;
  readonly planning: ReturnType<typeof usePlan>;
  readonly printer: Printer | undefined;
  readonly onSent: (job: string) => void;
}) {
  const { t } = useTranslation(['print', 'refusals']);
  const box = useBox();
  const { tell } = useNotices();
  const { refusal } = useSentences();
  const send = useAction(box.print.send);
  const save = useAction(box.print.savePdf);
  const { plan, refused } = planning;
  const copies = choices.printerCopies;
  const pages = (plan?.pages ?? 0) * copies;
  const ready = plan !== undefined && plan.overflow.length === 0 && !send.busy && !save.busy;

  const print = async (): Promise<void> => {
    const fresh = printer && (await planning.fresh());
    if (!fresh || !printer) return;
    const sent = await send.run(fresh, printer.name, copies);
    if (!sent) return;
    onSent(sent.job);
    planning.spend(fresh);
  };
  const savePdf = async (): Promise<void> => {
    const fresh = await planning.fresh();
    const saved = fresh && (await save.run(fresh));
    if (!fresh || !saved?.saved) return;
    tell('info', t('savedPdf', { count: fresh.pages }));
    planning.spend(fresh);
  };
  const main = (): void => void (printer ? print() : savePdf());
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (ready && !event.repeat && !document.querySelector('[role="dialog"]')) main();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  const mainWords = send.busy
    ? t('sending')
    : planning.busy
      ? t('counting')
      : plan
        ? t(printer ? 'printPages' : 'savePages', { count: pages })
        : t(printer ? 'print' : 'savePdf');
  const error = send.error ?? save.error ?? (refused && refusal(refused));
  return (
    <>
      <div className={styles.actions}>
        <BigButton tone="brand" icon={printer ? 'printer' : 'pdf'} shortcut={CTRL_P} disabled={!ready} onClick={main}>
          {mainWords}
        </BigButton>
        {printer && (
          <BigButton tone="plain" icon="pdf" disabled={!ready} onClick={() => void savePdf()}>
            {t('savePdf')}
          </BigButton>
        )}
        <p className={styles.summary} role="status">
          {choices.missing
            ? t(`missing.${choices.missing}`, { last: choices.labelsOnSheet })
            : plan && t('sheets', { count: pages, paper: choices.paper, sheets: plan.sheets.length })}
        </p>
      </div>
      {plan && plan.overflow.length > 0 && <OverflowBanner plan={plan} />}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </>
  );
}
