import type { CensusFile, CensusInput, CensusReading, SiteDefaults } from '../../../../renderer/exchange/census/census';
import { readCensus } from '../../../../renderer/exchange/census/read-census';

/** A fixed site: ids are readable here, opaque in the product. */
export const SITE: SiteDefaults = {
  now: '2026-11-22T05:27:00.000+01:00',
  idFor: (assigner, mrn) => `${assigner}#${mrn}`,
};

/** Text as UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads files at the fixed site. */
export function read(
  files: readonly CensusFile[],
  extra: Partial<CensusInput> & { readonly site?: Partial<SiteDefaults> } = {},
): CensusReading {
  const { site, ...rest } = extra;
  return readCensus({ files, ...rest, siteDefaults: { ...SITE, ...site } });
}
