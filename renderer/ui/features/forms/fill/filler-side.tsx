import { useTranslation } from 'react-i18next';
import type { FormDefinition } from '../../../../domain/form/form';
import type { IconName } from '../../../components/icon/icon';
import { PageTitle } from '../../../components/page-title/page-title';
import { SectionNav } from '../../../components/section-nav/section-nav';
import { DraftLine } from './draft-line';
import styles from './fill.module.css';
import { type FormPage, SIGN } from './form-pages';

const SHAPE: Readonly<Record<'empty' | 'part' | 'done' | 'error', IconName>> = {
  empty: 'open',
  part: 'waiting',
  done: 'done',
  error: 'warning',
};

/** Which form, which version, its sections with their state, and when it was last saved. */
export function FillerSide({
  definition,
  pages,
  current,
  onChoose,
  amends,
}: {
  readonly definition: FormDefinition;
  readonly pages: readonly FormPage[];
  readonly current: string;
  readonly onChoose: (key: string) => void;
  readonly amends: string | null;
}) {
  const { t } = useTranslation('forms');
  const items = pages.map(({ key, section }) => {
    const state = section?.state ?? 'part';
    return {
      id: key,
      label: section?.label ?? t('fill.questions'),
      icon: key === current ? ('edit' as const) : SHAPE[state],
      state: t(`section.${state}`),
    };
  });
  const version = t(definition.status === 'active' ? 'list.version' : 'list.draftVersion', {
    version: definition.version,
  });
  return (
    <div className={styles.side}>
      <PageTitle
        size="side"
        lead={<span className={styles.version}>{amends ? t('fill.correcting', { serial: amends }) : version}</span>}
      >
        {`${definition.id} ${definition.title}`}
      </PageTitle>
      <SectionNav
        label={t('fill.sections')}
        items={[...items, { id: SIGN, label: t('fill.sign'), icon: current === SIGN ? 'edit' : 'open', state: '' }]}
        current={current}
        onChoose={onChoose}
      />
      <DraftLine />
    </div>
  );
}
