import type { Sex } from './patient';

// The spelling alphabet: heard right over a bad line, and nobody takes it for a real name.
const WORDS =
  'ALPHA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF HOTEL INDIA JULIET KILO LIMA MIKE NOVEMBER OSCAR PAPA QUEBEC ROMEO SIERRA TANGO UNIFORM VICTOR WHISKEY XRAY YANKEE ZULU'.split(
    ' ',
  );

/** The next free alias of somebody unknown, e.g. `UNKNOWN-MALE-BRAVO`; after ZULU it goes on with `ALPHA-2`. */
export function nextAlias(sex: Sex | undefined, taken: Iterable<string>): string {
  const used = new Set(taken);
  const kind = sex === 'female' ? 'FEMALE' : sex === 'male' ? 'MALE' : 'PERSON';
  for (let round = 1; ; round++)
    for (const word of WORDS) {
      const alias = `UNKNOWN-${kind}-${word}${round === 1 ? '' : `-${round}`}`;
      if (!used.has(alias)) return alias;
    }
}
