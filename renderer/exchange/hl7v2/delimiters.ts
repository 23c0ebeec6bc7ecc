/** The signs of one message, as its MSH-1 and MSH-2 say. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** The usual signs, which we write. */
export const STANDARD: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };

/** Signs of a header segment (MSH, FHS, BHS); missing ones are "not used", as older senders do. */
export function delimitersOf(header: string): Delimiters {
  const field = header.charAt(3) || '|';
  const signs = header.slice(4).split(field)[0] ?? '';
  return {
    field,
    component: signs.charAt(0) || '^',
    repetition: signs.charAt(1),
    escape: signs.charAt(2),
    subcomponent: signs.charAt(3),
  };
}
