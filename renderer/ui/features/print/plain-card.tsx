import { useTranslation } from 'react-i18next';
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
  const groups = [
    { title: t('plain.ward'), items: [{ value: WARD_LIST, label: t('plain.wardList') }] },
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
  return kind === 'checklist' || kind === 'runbook' ? { kind, id: id.join('/') } : { kind: WARD_LIST };
}
