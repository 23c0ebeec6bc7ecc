import type { Sex } from '../../domain/patient/patient';

// Letters that mean one thing in every language we read; the rest depends on the column.
const WORDS: Readonly<Record<string, Sex>> = {
  female: 'female',
  woman: 'female',
  girl: 'female',
  weiblich: 'female',
  w: 'female',
  frau: 'female',
  feminin: 'female',
  femme: 'female',
  feminino: 'female',
  femenino: 'female',
  femminile: 'female',
  mujer: 'female',
  donna: 'female',
  vrouw: 'female',
  vrouwelijk: 'female',
  kvinde: 'female',
  kvinne: 'female',
  kvinna: 'female',
  k: 'female',
  kobieta: 'female',
  nainen: 'female',
  f: 'female',
  fem: 'female',
  fe: 'female',
  male: 'male',
  man: 'male',
  boy: 'male',
  mannlich: 'male',
  maennlich: 'male',
  herr: 'male',
  masculin: 'male',
  homme: 'male',
  masculino: 'male',
  maschile: 'male',
  maschio: 'male',
  hombre: 'male',
  varon: 'male',
  uomo: 'male',
  mannelijk: 'male',
  mand: 'male',
  mann: 'male',
  mezczyzna: 'male',
  mies: 'male',
  mal: 'male',
  ж: 'female',
  жен: 'female',
  женский: 'female',
  жіноча: 'female',
  zena: 'female',
  kadin: 'female',
  γυναικα: 'female',
  女: 'female',
  女性: 'female',
  انثى: 'female',
  м: 'male',
  муж: 'male',
  мужской: 'male',
  чоловіча: 'male',
  muz: 'male',
  erkek: 'male',
  ferfi: 'male',
  ανδρας: 'male',
  男: 'male',
  男性: 'male',
  ذكر: 'male',
  other: 'other',
  o: 'other',
  x: 'other',
  d: 'other',
  divers: 'other',
  diverse: 'other',
  diverso: 'other',
  autre: 'other',
  otro: 'other',
  indeterminate: 'other',
  ambiguous: 'other',
  intersex: 'other',
  nonbinary: 'other',
  nb: 'other',
  a: 'other',
  i: 'other',
  n: 'other',
  unknown: 'unknown',
  u: 'unknown',
  unk: 'unknown',
  unbekannt: 'unknown',
  inconnu: 'unknown',
  desconocido: 'unknown',
  '9': 'unknown',
  '0': 'unknown',
};

const FOLDED: ReadonlyMap<string, Sex> = new Map(Object.entries(WORDS).map(([word, sex]) => [fold(word), sex]));

/** A column of sex codes: how each reads, or why nobody should guess. */
export type SexColumn =
  | { readonly ok: true; readonly of: (value: string) => Sex | undefined; readonly note?: 'iso-5218' | 'spanish' }
  | { readonly ok: false; readonly codes: readonly string[] };

/**
 * Reads a column's codes together, because single letters differ by language: M is male in English and mujer in
 * Spanish, V is vrouw in Dutch and varón in Spanish. `told` are codes a mapping explains.
 */
export function readSexColumn(
  values: readonly string[],
  header: string,
  told: Readonly<Record<string, Sex>> = {},
): SexColumn {
  const explained = new Map(Object.entries(told).map(([code, sex]) => [fold(code), sex]));
  const codes = new Set(values.map(fold).filter((code) => code !== '' && !explained.has(code)));
  const spanish = /^(sexo|genero)$/.test(fold(header));
  const has = (...wanted: string[]): boolean => wanted.some((code) => codes.has(code));
  const local = new Map<string, Sex>(explained);
  let note: 'iso-5218' | 'spanish' | undefined;
  if (has('1', '2') && !has('0', '3') && !has('m', 'f')) {
    local.set('1', 'male').set('2', 'female');
    note = 'iso-5218';
  } else if (has('1', '2', '3')) return { ok: false, codes: [...codes] };
  if (has('v')) {
    // Dutch man/vrouw and Spanish mujer/varón share both letters.
    if (!has('f') && !spanish) return { ok: false, codes: [...codes] };
    local.set('v', 'male');
    if (!has('f')) local.set('m', 'female');
    note = 'spanish';
  } else if (has('h')) {
    local.set('h', 'male');
    // Hombre/mujer, unless a third letter takes the women: homme/femme.
    if (has('f')) {
      if (has('m')) return { ok: false, codes: [...codes] };
    } else if (has('m')) {
      local.set('m', 'female');
      note = 'spanish';
    }
  } else if (has('m') && !local.has('m')) {
    if (spanish && !has('f')) return { ok: false, codes: [...codes] };
    local.set('m', 'male');
  }
  return {
    ok: true,
    of: (value) => local.get(fold(value)) ?? FOLDED.get(fold(value)),
    ...(note === undefined ? {} : { note }),
  };
}

function fold(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
