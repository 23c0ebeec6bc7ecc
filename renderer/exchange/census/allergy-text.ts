import type { Allergy, AllergyStatus } from '../../domain/patient/patient';

/** Allergies of a patient as a text said them. */
export interface AllergyReading {
  readonly allergyStatus: AllergyStatus;
  readonly allergies: readonly Allergy[];
  /** The text was there, but says neither an allergy nor that none is known ("None", "n/a"): ask the patient. */
  readonly unclear?: true;
}

/** Somebody asked and there is none: said in so many words. */
const NONE_KNOWN =
  /^(nkda|nka|nkfa|nkma|nkdfa|nk ?d?a|no known (drug |food |medication |medicine |environmental |latex )?(allerg\w*|adr\w*|adverse (drug )?reactions?|intolerances?)( \w+)?|no (drug |food |medication )?allergies( known| recorded on interview)?|no adr\w*|none known|nil known|denies (any )?(drug |known )?allergies|not allergic|keine (bekannt\w*|allergien?( bekannt)?|bekannten allergien)|allergien? (nicht bekannt|keine( bekannt)?)|keine unvertraglichkeiten( bekannt)?|aucune( allergie)?( connue)?|pas d allergies?( connues?)?|sin alergias?( conocidas?)?|no alergias( conocidas)?|no conocidas?|no se conocen|no refiere( alergias)?|niega( alergias)?|non note|nessuna nota|nao conhecidas|nkp|inga kanda( allergier)?|ingen kendte|ei tiedossa( olevia allergioita)?|bez alergii|nie stwierdzono|alergie neguje|neguje|bilinen alerjisi yok|не отягощен\w*|нет аллергии|аллергии нет|无过敏史|无已知过敏|アレルギーなし|ninguna (conocida|alergia\w*)|nessuna( allergia)?( nota)?|nega allergie|sem alergias( conhecidas)?|nega alergias|geen( bekende)? allergieen|geen bekend|ingen (kendte |kjente |kanda )?allergi\w*|brak (znanych )?(alergii|uczulen)|negates? allergies)$/;

/** Nobody could ask. */
const UNABLE =
  /^(unable to (obtain|assess|determine)|uto|cannot obtain|could not be obtained|nicht erhebbar|non recueilli\w*|unobtainable)$/;

/** Words that stand where nothing was written. "None" is one of them: exporters write it for an empty field. */
const NOTHING =
  /^(|none|nil|no|na|n a|null|nan|nothing|not (recorded|documented|known|entered|assessed|on file|available|asked)|unknown|unk|unbekannt|inconnu\w*|desconocid\w*|sconosciut\w*|onbekend|keine|ninguna|no data|no entry|pending|tbc|tbd|see (chart|notes)|x+|0|-+)$/;

/** Reads an allergy column. Empty is "not in snapshot", never "none". */
export function readAllergyText(text: string): AllergyReading {
  if (text === '') return { allergyStatus: 'not-in-snapshot', allergies: [] };
  const whole = folded(text);
  if (NONE_KNOWN.test(whole)) return { allergyStatus: 'none-known', allergies: [] };
  if (UNABLE.test(whole)) return { allergyStatus: 'unable-to-obtain', allergies: [] };
  if (NOTHING.test(whole)) {
    return {
      allergyStatus: 'not-in-snapshot',
      allergies: [],
      ...(whole === '' || /^-*$/.test(text.trim()) ? {} : { unclear: true as const }),
    };
  }
  const parts = splitList(text);
  const words = parts.length === 1 ? [whole] : parts.map(folded);
  const isNone = (at: number): boolean => NONE_KNOWN.test(words[at] ?? '');
  const named = parts.filter((_, at) => !isNone(at) && !NOTHING.test(words[at] ?? '') && !UNABLE.test(words[at] ?? ''));
  if (named.length > 0) return { allergyStatus: 'listed', allergies: named.map(readAllergy) };
  if (parts.some((_, at) => isNone(at))) return { allergyStatus: 'none-known', allergies: [] };
  return { allergyStatus: 'not-in-snapshot', allergies: [], unclear: true };
}

/** Whether a text says that no allergy is known, for coded sources that put it into the substance. */
export function saysNoneKnown(text: string): boolean {
  return NONE_KNOWN.test(folded(text.replace(/\((situation|finding|disorder)\)\s*$/i, '')));
}

/** A severity word of the field, or of a coded source. */
export function readSeverity(text: string): Allergy['severity'] | undefined {
  const word = folded(text);
  if (/\b(anaphyla\w*|severe|schwer\w*|severa?|grave?|sv|life threatening|fatal|high)\b/.test(word)) return 'severe';
  if (/\b(moderate|mittel\w*|modere\w*|moderad\w*|mo)\b/.test(word)) return 'moderate';
  if (/\b(mild|leicht\w*|leger\w*|leve|lieve|mi|minor|low)\b/.test(word)) return 'mild';
  return word === '' ? undefined : 'unknown';
}

function splitList(text: string): readonly string[] {
  const lines = text.split(/[;|\n\u2022]+| \/ /).filter((part) => part.trim() !== '');
  return lines
    .flatMap((line) => splitOutsideBrackets(line))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Commas between allergies split, commas inside (rash, hives) do not. */
function splitOutsideBrackets(line: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === ',' && depth === 0) {
      parts.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, line.slice(start)];
}

function readAllergy(text: string): Allergy {
  const [, substance, detail] =
    /^(.+?)\s*(?:[([](.+?)[)\]]|\s[-–—>:]+\s(.+)|:\s*(.+))\s*$/.exec(text)?.filter((part) => part !== undefined) ?? [];
  if (substance === undefined || detail === undefined) return { substance: text.trim() };
  const severity = /\b(mild|moderate|severe|anaphyla\w*|schwer\w*|leicht\w*|grave)\b/i.test(detail)
    ? readSeverity(detail)
    : undefined;
  return { substance: substance.trim(), reaction: detail.trim(), ...(severity === undefined ? {} : { severity }) };
}

function folded(text: string): string {
  // Most are plain English: signs and marks of other scripts need not be looked for, five thousand times.
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9-]+/g, ' ')
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/[^\p{L}\p{N}-]+/gu, ' ');
  return plain
    .replace(/(?<!^)-(?!$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
