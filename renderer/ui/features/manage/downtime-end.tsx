import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outageElapsedMs } from '../../../domain/outage/phases';
import { currentOutage } from '../../../domain/outage/projection';
import { mayOutage } from '../../../domain/outage/rules';
import { useBoxState, useNow } from '../../box/box-context';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Row, Stack } from '../../components/page/page';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { EndDialog } from './end-dialog';
import { ResumeDialog } from './resume-dialog';

/** The all-clear, and taking a wrong one back. */
export function DowntimeEnd() {
  const { t } = useTranslation('manage');
  const words = useTimeWords();
  const now = useNow();
  const event = useBoxState((state) => currentOutage(state.world.outages));
  const [asking, setAsking] = useState<'end' | 'resume' | null>(null);
  if (!event) {
    return (
      <EmptyState icon="done" title={t('end.noneTitle')}>
        {t('end.none')}
      </EmptyState>
    );
  }
  const wards = event.wards.map((one) => one.ward).join(', ');
  const lasted = words.duration(outageElapsedMs(event, now));
  return (
    <Card title={t(`end.title.${event.stage}`, { time: clockOf(event.since) })}>
      <Stack>
        <p>
          {t(event.until === undefined ? 'end.facts' : 'end.factsEnded', {
            since: clockOf(event.since),
            until: event.until === undefined ? '' : clockOf(event.until),
            lasted,
            wards,
          })}
        </p>
        <Row>
          {mayOutage('end', event.stage) && (
            <BigButton tone="brand" icon="check" onClick={() => setAsking('end')}>
              {t('end.do')}
            </BigButton>
          )}
          {mayOutage('resume', event.stage) && (
            <BigButton tone="plain" icon="power" onClick={() => setAsking('resume')}>
              {t('resume.do')}
            </BigButton>
          )}
        </Row>
      </Stack>
      {asking === 'end' && <EndDialog event={event} onClose={() => setAsking(null)} />}
      {asking === 'resume' && <ResumeDialog event={event} onClose={() => setAsking(null)} />}
    </Card>
  );
}
