import { useTranslation } from 'react-i18next';
import type { Quarantined } from '../../../app/ports';
import { Card } from '../../components/card/card';
import { Fact, Facts } from './facts';

/** Entries that cannot be read: kept as they are, shown, never skipped. */
export function QuarantineList({ list }: { readonly list: readonly Quarantined[] }) {
  const { t } = useTranslation('manage');
  return (
    <Card title={t('quarantine.title', { count: list.length })}>
      <Facts>
        {list.map((one) => (
          <Fact key={`${one.device}-${one.seq}`} label={`${one.device} #${one.seq}`}>
            {one.type} · {t(`quarantine.${one.reason}`)}
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}
