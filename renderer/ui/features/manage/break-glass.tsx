import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { BreakGlassUses } from './break-glass-uses';
import styles from './manage.module.css';
import { PrintCodes } from './print-codes';

const COUNTS = ['1', '2', '3', '4', '5', '6'] as const;

/** One-time codes for the envelopes, and who used one. */
export function BreakGlass() {
  const { t } = useTranslation('manage');
  const left = useBoxState((state) => state.vault?.breakGlassCodes ?? 0);
  const manager = useBoxState((state) => state.signedIn?.person.role === 'manager');
  return (
    <Stack>
      <Card title={t('breakGlass.codes')}>
        <Stack>
          <p>{left === 0 ? t('breakGlass.noneLeft') : t('breakGlass.left', { count: left })}</p>
          {manager ? <MakeCodes /> : <p>{t('breakGlass.managerOnly')}</p>}
        </Stack>
      </Card>
      <BreakGlassUses />
    </Stack>
  );
}

function MakeCodes() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { run, error, busy } = useAction(box.breakGlass.make);
  const [count, setCount] = useState<(typeof COUNTS)[number]>('4');
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) {
    return (
      <>
        <p>{t('breakGlass.once')}</p>
        <ul className={styles.codes} aria-label={t('breakGlass.codes')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <PrintCodes codes={codes} />
        <Row>
          <Button onClick={() => setCodes(undefined)}>{t('breakGlass.onPaper')}</Button>
        </Row>
      </>
    );
  }
  return (
    <>
      <Select
        label={t('breakGlass.count')}
        value={count}
        onChange={setCount}
        error={error}
        options={COUNTS.map((value) => ({ value, label: value }))}
      />
      <Row>
        <Button variant="filled" disabled={busy} onClick={() => void run(Number(count)).then(setCodes)}>
          {t('breakGlass.make')}
        </Button>
      </Row>
    </>
  );
}
