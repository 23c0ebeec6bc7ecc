import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState, useNow } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { Select } from '../../components/select/select';
import { useTimeWords } from '../../strings/time-words';
import styles from './print.module.css';
import type { Printers } from './use-printers';

/** Which printer, with the last time this PC sent paper to it: that it is in the list proves nothing. */
export function PrinterField({ printers }: { readonly printers: Printers }) {
  const { t } = useTranslation('print');
  const words = useTimeWords();
  const now = useNow();
  const entries = useBoxState((state) => state.world.entries);
  const { list, chosen, remembered } = printers;
  const lastSent = useMemo(
    () => chosen && entries.findLast((one) => one.type === 'pack.printed' && one.payload.printer === chosen.name)?.at,
    [entries, chosen],
  );
  if (list === undefined) return <p>{t('printer.looking')}</p>;
  if (list.length === 0) {
    return (
      <div className={styles.ask}>
        <p>{t('printer.none')}</p>
        <Button leftSection={<Icon name="printer" size={20} />} onClick={printers.look}>
          {t('printer.look')}
        </Button>
      </div>
    );
  }
  const gone = remembered !== null && !chosen;
  return (
    <Select
      label={t('printer.label')}
      value={chosen?.name ?? null}
      options={list.map(({ name, label }) => ({ value: name, label }))}
      empty={t('printer.noneChosen')}
      onChange={printers.choose}
      error={gone ? t('printer.gone', { printer: remembered }) : undefined}
      hint={
        chosen && (lastSent ? t('printer.lastSent', { time: words.moment(lastSent, now) }) : t('printer.neverSent'))
      }
    />
  );
}
