/**
 * Reads a number a person typed, with point or comma; null when it is none. `1,000` is refused: it may mean one or a
 * thousand, and a dose must not depend on the guess.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?\d+,\d{3}$/.test(trimmed)) return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return null;
  return Number(trimmed.replace(',', '.'));
}
