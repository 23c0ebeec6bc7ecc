import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionMark } from '../../../domain/library/form-versions';
import type { FormVersionLine } from '../../../domain/library/version-lines';
import { useNow } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { Row, Stack } from '../../components/page/page';
import { goTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import { Fact, Facts } from '../manage/facts';
import { StateWord } from './state-word';
import { VersionActions } from './version-actions';
import { VersionCompare } from './version-compare';

/** One version of a form: where it stands and since when, what to read, what next, what differs. */
export function VersionPage({
  line,
  lines,
}: {
  readonly line: FormVersionLine;
  readonly lines: readonly FormVersionLine[];
}) {
  const { t } = useTranslation('library');
  const words = useTimeWords();
  const now = useNow();
  const { definition, record, state, reviewDate, overdue, contentChanged } = line;
  const { approved, review, returned, retired } = record ?? {};
  const byAt = ({ name, at }: VersionMark): string => t('byAt', { name, time: words.moment(at, now) });
  const withReason = ({ name, at, reason }: VersionMark & { readonly reason: string }): string =>
    t('byAtReason', { name, time: words.moment(at, now), reason });
  const handedIn = review ?? approved?.submittedBy;
  return (
    <Stack>
      <Row>
        <Button leftSection={<Icon name="back" size={20} />} onClick={() => goTo('manage', ['forms'])}>
          {t('back')}
        </Button>
      </Row>
      <Card title={t('open', { form: definition.id, title: definition.title })}>
        <Stack gap={3}>
          {contentChanged && (
            <Banner tone="critical" live="status">
              {t('changed')}
            </Banner>
          )}
          <Facts>
            <Fact label={t('version')}>{definition.version}</Fact>
            <Fact label={t('where')}>
              <StateWord state={state} />
            </Fact>
            <Fact label={t('owner')}>{definition.owner ?? t('notUsed')}</Fact>
            <Fact label={t('review')}>
              {reviewDate === undefined
                ? t('noReview')
                : overdue
                  ? t('overdue', { date: words.date(reviewDate) })
                  : words.date(reviewDate)}
            </Fact>
            {handedIn && <Fact label={t('handedIn')}>{byAt(handedIn)}</Fact>}
            {approved && (
              <Fact label={t('approvedBy')}>
                {approved.from
                  ? t('fromPack', { name: approved.from.approvedBy, signer: approved.from.signer })
                  : byAt(approved)}
              </Fact>
            )}
            {returned && <Fact label={t('returnedBy')}>{withReason(returned)}</Fact>}
            {retired && <Fact label={t('retiredBy')}>{withReason(retired)}</Fact>}
          </Facts>
          {definition.warnings.length > 0 && state !== 'retired' && (
            <details>
              <summary>{t('warnings', { count: definition.warnings.length })}</summary>
              <ul>
                {definition.warnings.map((one) => (
                  <li key={`${one.where} ${one.code} ${one.message}`}>
                    {t('warning', { where: one.where, message: one.message })}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Stack>
      </Card>
      <VersionCompare line={line} lines={lines} />
      <VersionActions line={line} />
    </Stack>
  );
}
