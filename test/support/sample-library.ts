import type { Library } from '../../renderer/app/library';
import { NO_LIBRARY } from '../../renderer/app/library';
import { SAMPLE_CHECKLIST } from './sample-checklist';

/** What the box of a test reads, until it asks for the shipped library. */
export const SAMPLE_LIBRARY: Library = { ...NO_LIBRARY, checklists: [SAMPLE_CHECKLIST] };
