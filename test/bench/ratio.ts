/** One number of the product beside its plain counterpart, both measured in this run, in turns. */
export interface Ratio {
  readonly what: string;
  readonly ours: number;
  readonly plain: number;
  /** What the plain counterpart is. */
  readonly against: string;
  readonly unit: 'ms' | 'ms per page' | 'MB';
  /** How often each was measured; the numbers are the medians. */
  readonly rounds: number;
  /** At most so many times the plain one; none where the ratio is only told. */
  readonly aim?: number;
}

/** The lines as they are printed. */
export function ratioLines(ratios: readonly Ratio[]): string {
  return ratios
    .map(({ what, ours, plain, against, unit, rounds, aim }) => {
      const ratio = ours / plain;
      const verdict = aim === undefined ? '' : `, aim ${aim}x: ${ratio <= aim ? 'met' : 'MISSED'}`;
      const how = rounds > 1 ? `, medians of ${rounds}` : '';
      return `${what}: ${digits(ours)} against ${digits(plain)} ${unit} (${against}${how}) = ${ratio.toFixed(2)}x${verdict}`;
    })
    .join('\n');
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
