import type { Library } from '../../renderer/app/library';
import { NO_LIBRARY } from '../../renderer/app/library';
import { CHECKLISTS } from '../../renderer/content/checklists';
import { DIRECTORY } from '../../renderer/content/contacts';
import { RUNBOOKS } from '../../renderer/content/runbooks';
import { SOURCES } from '../../renderer/content/sources';
import { OUTAGE_PRESETS, SYSTEM_TEXTS } from '../../renderer/content/systems';

/** What the box of a test reads: the shipped library, without the forms, which need their own loading. */
export const SAMPLE_LIBRARY: Library = {
  ...NO_LIBRARY,
  checklists: CHECKLISTS,
  runbooks: RUNBOOKS,
  directory: DIRECTORY,
  presets: OUTAGE_PRESETS,
  systems: SYSTEM_TEXTS,
  sources: SOURCES,
};
