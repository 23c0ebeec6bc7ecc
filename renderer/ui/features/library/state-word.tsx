import { useTranslation } from 'react-i18next';
import type { VersionState } from '../../../domain/library/form-versions';
import { StatusWord, type Tone } from '../../components/status-word/status-word';

const TONE = { draft: 'warning', 'in-review': 'info', approved: 'quiet', retired: 'info' } as const satisfies Record<
  VersionState,
  Tone
>;

/** Where a version stands, in a word. */
export function StateWord({ state }: { readonly state: VersionState }) {
  const { t } = useTranslation('library');
  return <StatusWord tone={TONE[state]}>{t(`state.${state}`)}</StatusWord>;
}
