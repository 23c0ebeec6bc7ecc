import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { Fact, Facts } from './facts';

/** What IT decided for this PC, as it holds now, and what of its file was not understood. */
export function PolicyCard() {
  const { t } = useTranslation('manage');
  const policy = useBoxState((state) => state.shell?.policy);
  if (!policy) return null;
  return (
    <Card title={t('policy.title')}>
      <Stack>
        {policy.problems.length > 0 ? (
          <StatusWord tone="critical">{t('policy.problems', { names: policy.problems.join(', ') })}</StatusWord>
        ) : (
          <p>{t(policy.found ? 'policy.found' : 'policy.none', { path: policy.path })}</p>
        )}
        <Facts>
          {Object.entries(policy.values).map(([name, value]) => (
            <Fact key={name} label={name}>
              {value === null ? t('policy.notSet') : String(value)}
            </Fact>
          ))}
        </Facts>
      </Stack>
    </Card>
  );
}
