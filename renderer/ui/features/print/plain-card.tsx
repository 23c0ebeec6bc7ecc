import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { RadioList } from './radio-list';
import type { PlainPaper } from './print-place';
import styles from './print.module.css';
import type { Choices } from './use-choices';

const WARD_LIST = 'ward-list';

/** The ward list, a role's checklist or a runbook; one at a time. */
export function PlainCard({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const { checklists, runbooks } = useBoxState((state) => state.library);
  const event = useBoxState((state) => currentOutage(state.world.outages)?.id);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const ofEvent =
    event === undefined
      ? []
      : [
          { value: `bulletin/${event}`, label: t('plain.bulletin') },
          // Lines of the log are sealed.
          ...(signedIn ? [{ value: `after-action/${event}`, label: t('plain.afterAction') }] : []),
        ];
  const groups = [
    { title: t('plain.ward'), items: [{ value: WARD_LIST, label: t('plain.wardList') }, ...ofEvent] },
    {
      title: t('plain.checklists'),
      items: checklists.map(({ id, title }) => ({ value: `checklist/${id}`, label: title })),
    },
    { title: t('plain.runbooks'), items: runbooks.map(({ id, title }) => ({ value: `runbook/${id}`, label: title })) },
  ];
  return (
    <Card title={t('plain.title')}>
      <div className={styles.list}>
        <RadioList
          label={t('plain.title')}
          groups={groups.filter((group) => group.items.length > 0)}
          value={choices.plain ? valueOf(choices.plain) : null}
          onChange={(value) => choices.setPlain(plainOf(value))}
        />
      </div>
    </Card>
  );
}

function valueOf(plain: PlainPaper): string {
  return plain.kind === WARD_LIST ? WARD_LIST : `${plain.kind}/${plain.id}`;
}

function plainOf(value: string): PlainPaper {
  const [kind, ...id] = value.split('/');
  return kind === 'checklist' || kind === 'runbook' || kind === 'bulletin' || kind === 'after-action'
    ? { kind, id: id.join('/') }
    : { kind: WARD_LIST };
}
