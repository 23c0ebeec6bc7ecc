import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { Icon } from '../../../components/icon/icon';
import { PrintSheetDialog, type SheetToPrint } from '../paper/print-sheet-dialog';
import { useFiller, useLive } from './filler-context';

/** Print at any time: what is written so far, the rest to fill by hand. */
export function PrintDraftButton({ patient }: { readonly patient: BoardPatient | undefined }) {
  const { t } = useTranslation('forms');
  const { session } = useFiller();
  const { definition, response, serial, ward } = useLive(session.live);
  const [sheet, setSheet] = useState<SheetToPrint>();
  const print = async (): Promise<void> => {
    await session.flush();
    setSheet({
      form: definition,
      serial: serial ?? '',
      mode: 'prefill',
      response,
      ...(patient ? { patient } : {}),
      ...(ward === null ? {} : { ward }),
    });
  };
  return (
    <>
      <Button leftSection={<Icon name="printer" />} onClick={() => void print()}>
        {t('fill.print')}
      </Button>
      {sheet && <PrintSheetDialog sheet={sheet} onClose={() => setSheet(undefined)} />}
    </>
  );
}
