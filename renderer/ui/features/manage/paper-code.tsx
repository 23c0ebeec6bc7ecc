import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadFound } from '../../../app/ports';
import { useBox } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import { useTimeWords } from '../../strings/time-words';
import { useSentences } from '../../strings/use-sentences';

/** Whether this record still is the one a printed page was made from: the code at its foot names an entry. */
export function PaperCode() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const { moment } = useTimeWords();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<readonly HeadFound[]>();
  const look = async (): Promise<void> =>
    box.findHead(code).then(setFound, (error: unknown) => tell('critical', failure(error)));
  return (
    <Card title={t('paperCode.title')}>
      <Stack>
        <p>{t('paperCode.text')}</p>
        <Row>
          <TextField
            label={t('paperCode.label')}
            value={code}
            maxLength={12}
            placeholder="3F7A-91C2"
            onChange={(value) => {
              setCode(value);
              setFound(undefined);
            }}
            onEnter={() => void look()}
          />
          <Button disabled={code.trim() === ''} onClick={() => void look()}>
            {t('paperCode.look')}
          </Button>
        </Row>
        <div role="status">
          {found?.length === 0 && <StatusWord tone="critical">{t('paperCode.none')}</StatusWord>}
          {found?.map(({ device, seq, at, newest }) => (
            <StatusWord key={`${device} ${seq}`} tone="quiet">
              {t(newest ? 'paperCode.now' : 'paperCode.then', { seq, device, when: moment(at, box.clock.now()) })}
            </StatusWord>
          ))}
        </div>
      </Stack>
    </Card>
  );
}
