import type { Library } from '../../renderer/app/library';
import { shippedLibrary } from '../../renderer/load-library';

/** What the box of a test reads: the shipped library. */
export const SAMPLE_LIBRARY: Library = shippedLibrary();
