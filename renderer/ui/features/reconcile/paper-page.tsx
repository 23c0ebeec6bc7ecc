import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { Reconciliation } from '../../../domain/reconciliation/queue';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { goTo } from '../../route/route';
import { useScan } from '../patients/scan/use-scan';
import { MissingList } from './missing-list';
import { ReadFiles } from './read-files';
import { TrayList } from './tray-list';

/** Paper that came back: codes under the hand scanner, scanned files, the tray, and what was not seen. */
export function PaperPage({ outage }: { readonly view: Reconciliation; readonly outage: OutageState }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const [code, setCode] = useState('');
  const [told, setTold] = useState('');
  const seeing = useAction(box.returnedPaper.seen);
  const confirm = useAction(async () => ({ ok: true as const, value: await box.returnedPaper.confirm() }));
  // Redrawn with every mark and every page: both change these lists.
  useBoxState((state) => state.world.backEntry);
  useBoxState((state) => state.world.marks);
  const whole = box.returnedPaper.complete();
  const take = async (text: string): Promise<void> => {
    const written = await seeing.run(text);
    if (!written) return;
    const [entry] = written;
    setCode('');
    setTold(entry?.type === 'page.filed' ? t('paper.seen', entry.payload) : t('paper.again'));
  };
  useScan((scanned) => void take(scanned));
  return (
    <Page>
      <PageTitle
        lead={t('paper.lead')}
        actions={
          <Button leftSection={<Icon name="left" size={22} />} onClick={() => goTo('reconcile')}>
            {t(outage.stage === 'running' ? 'doses.backDown' : 'doses.back')}
          </Button>
        }
      >
        {t('paper.title')}
      </PageTitle>
      <Card>
        <Stack>
          <Row>
            <TextField
              label={t('paper.code')}
              hint={t('paper.codeHint')}
              value={code}
              onChange={setCode}
              error={seeing.error}
              maxLength={120}
              onEnter={() => void take(code)}
            />
            <Button disabled={seeing.busy || code.trim() === ''} onClick={() => void take(code)}>
              {t('paper.take')}
            </Button>
          </Row>
          <p role="status">{told}</p>
          <ReadFiles />
          {whole.length > 0 && (
            <Banner
              tone="info"
              actions={
                <Button disabled={confirm.busy} onClick={() => void confirm.run()}>
                  {t('paper.confirm', { count: whole.length })}
                </Button>
              }
            >
              {t('paper.complete', { count: whole.length })}
            </Banner>
          )}
        </Stack>
      </Card>
      <TrayList />
      <MissingList />
    </Page>
  );
}
