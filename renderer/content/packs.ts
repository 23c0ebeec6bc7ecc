import type { Pack } from '../domain/paper/pack';

const files = import.meta.glob<Pack>('./library/packs/*.json', { eager: true, import: 'default' });

/** Every pack shipped, wards first as their files say; checked at build (pack-schema). */
export const PACKS: readonly Pack[] = Object.values(files).sort((a, b) => b.forms.length - a.forms.length);
