import { useMemo } from 'react';
import { type FormVersionLine, versionLines } from '../../../domain/library/version-lines';
import { useBoxState, useNow } from '../../box/box-context';

/** Every version of every form with where it stands today. */
export function useVersionLines(): readonly FormVersionLine[] {
  const forms = useBoxState((state) => state.library.forms);
  const versions = useBoxState((state) => state.world.formVersions);
  const today = useNow().slice(0, 10);
  return useMemo(() => versionLines(forms, versions, today), [forms, versions, today]);
}
