/** A cell without what spreadsheets and exporters wrap around values: spaces, ="0012", a leading apostrophe. */
export function cleanCell(raw: string): string {
  if (!/[\s\u200b\ufeff='"]/.test(raw)) return raw;
  const text = raw.replace(/[\u00a0\u202f\u200b\ufeff]/g, ' ').trim();
  const formula = /^="([^"]*)"$/.exec(text);
  return (formula?.[1] ?? text.replace(/^'(?=[\d+=@-])/, '')).replace(/[ \t]+/g, ' ').trim();
}

const NOTHING =
  /^(null|none|nan|n\/?a|#n\/a|nil|-+|\?+|\.+|\*+|unknown|unk|unbekannt|inconnue?|desconocid[oa]|sconosciut[oa]|onbekend|not (known|recorded|available)|tb[acd]|pending|<null>|\(null\)|undefined)$/i;

/** The cell's text, or undefined where it only says that nothing is there. */
export function valueOf(raw: string | undefined): string | undefined {
  const text = cleanCell(raw ?? '');
  return text === '' || NOTHING.test(text) ? undefined : text;
}

/** A decimal number with a point or a comma, and the unit behind it. */
export function readNumber(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^([+-]?\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d+)?|[+-]?\d+(?:[.,]\d+)?)\s*([^\d\s].*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const digits = (match[1] ?? '').replace(/\s/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  // Two different marks: the last is the decimal mark. One mark alone is the decimal mark: 72,5 kg, never seventy thousand.
  const value =
    last < 0 ? Number(digits) : Number(`${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`);
  return Number.isFinite(value) ? { value, unit: (match[2] ?? '').trim() } : undefined;
}

const POUNDS_PER_KG = 2.204_622_6;

/** A weight in kilograms from "72,5", "72.5 kg", "160 lb", "3450 g"; undefined when it is no weight of a person. */
export function readWeightKg(text: string, unitOfColumn: 'kg' | 'lb'): number | undefined {
  const number = readNumber(text);
  if (number === undefined) return undefined;
  const unit = (number.unit || unitOfColumn).toLowerCase();
  const kg = /^(lb|pound|#)/.test(unit)
    ? number.value / POUNDS_PER_KG
    : /^g(r|ram|$|\b)/.test(unit)
      ? number.value / 1000
      : number.value;
  const rounded = Math.round(kg * 1000) / 1000;
  return rounded >= 0.2 && rounded <= 400
    ? unit.startsWith('kg')
      ? rounded
      : Math.round(kg * 10) / 10 || rounded
    : undefined;
}

/** Whole years from "82", "82 y", "82J", "6 mo", "12 days"; a number beyond 130 is no age. */
export function readAge(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,]\d+)?\s*([a-z]*)/i.exec(text.trim());
  if (match === null) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const years = /^(m|mo|mon|mth|mths|month|months|monate?|mois|mes|meses|mesi)$/.test(unit)
    ? Math.floor(Number(match[1]) / 12)
    : /^(d|day|days|tage?|w|wk|wks|week|weeks|wochen?|h|hrs?|hours?|jours?|dias?|giorni)$/.test(unit)
      ? 0
      : Number(match[1]);
  return years > 130 ? undefined : years;
}

/** Age and sex out of one cell: "82/F", "82 y M", "F 82". */
export function readAgeSex(text: string): { readonly age?: number; readonly sex?: string } {
  const age = /\d{1,3}\s*(?:y|yr|yrs|years?|j|a|mo|m(?=\b\/)|d)?/i.exec(text)?.[0];
  const sex = /(?:^|[^a-z])(m|f|w|male|female|[mf](?=$))(?:[^a-z]|$)/i.exec(
    text.replace(/\d{1,3}\s*(yrs?|years?|y|mo)\b/i, ' '),
  )?.[1];
  const years = age === undefined ? undefined : readAge(age);
  return { ...(years === undefined ? {} : { age: years }), ...(sex === undefined ? {} : { sex }) };
}
