/** Where a patient lies, as far as a text says. */
export interface PlaceReading {
  readonly ward?: string;
  readonly bed?: string;
}

/** Takes a location apart: `7B-12A`, `Ward 7B Bed 12A`, `7B/12/A`, `ICU^03^1`. One part alone is the ward. */
export function readLocation(raw: string): PlaceReading {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (text === '') return {};
  const named =
    /^(?:ward|unit|station|stn\.?|unite|unidad|reparto|afdeling)\s+(.+?)[\s,;/-]+(?:bed|room|bett|zimmer|zi\.?|lit|chambre|cama|letto|kamer|rm|br)\.?\s*(.+)$/i.exec(
      text,
    );
  if (named !== null) return { ward: (named[1] ?? '').trim(), bed: (named[2] ?? '').trim() };
  const bedWord = /^(.+?)[\s,;/-]+(?:bed|bett|lit|cama|letto)\.?\s*(\S+)$/i.exec(text);
  if (bedWord !== null) return { ward: (bedWord[1] ?? '').trim(), bed: (bedWord[2] ?? '').trim() };
  const parts = text.split(/\s*[-/^,|]\s*/).filter((part) => part !== '');
  const [ward = '', ...rest] = parts;
  if (rest.length > 0) return { ward, bed: rest.join('-') };
  const two = /^(\S+)\s+(\d\S*)$/.exec(text);
  if (two !== null && /\d/.test(two[1] ?? '')) return { ward: two[1] ?? '', bed: two[2] ?? '' };
  return { ward: text };
}

/** Room and bed as one label: `12` and `A` are `12-A`, a bed that names its room (`12A`, `12-A`) stays as it is. */
export function bedLabel(room: string, bed: string): string {
  const [r, b] = [room.trim(), bed.trim()];
  if (r === '' || b === '') return b || r;
  const rest = b.toLowerCase().startsWith(r.toLowerCase()) ? b.slice(r.length) : undefined;
  // Bed 10 of room 1 does not name its room; a single room 301 is its own bed.
  if (rest !== undefined && (rest === '' ? r.length > 2 : !/^\d/.test(rest))) return b;
  return /\s/.test(r) || /\s/.test(b) ? `${r} ${b}` : `${r}-${b}`;
}

/**
 * The ward that all bed labels begin with (`7B-12A`, `7B-14B`), when the list names no ward. At least two beds must
 * agree, and a bare number counts only when it is this site's ward: 12-A, 12-B are one room, not ward 12.
 */
export function wardOfBeds(beds: readonly string[], siteWard: string | undefined): string | undefined {
  const starts = beds.filter((bed) => bed !== '').map((bed) => /^([\p{L}\p{N}]{1,8})[-/]\S+$/u.exec(bed)?.[1]);
  const [first] = starts;
  if (first === undefined || starts.length < 2 || !starts.every((start) => start === first)) return undefined;
  return /\p{L}/u.test(first) || first === siteWard ? first : undefined;
}
