import { z } from 'zod';
import type { Pack } from '../domain/paper/pack';

const level = z.strictObject({ '8': z.number().positive(), '24': z.number().positive() });

const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'active', 'retired']),
  owner: z.string().min(1),
  reviewBy: z.iso.date(),
  forms: z
    .array(z.strictObject({ form: z.string().min(1), perBed: level.optional(), perWard: level.optional() }))
    .min(1),
});

/** What is wrong with a pack, place by place; empty when it may ship. */
export function packProblems(file: unknown, forms: readonly string[]): readonly string[] {
  const read = packSchema.safeParse(file);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const pack: Pack = read.data as Pack;
  return pack.forms.flatMap((one, at) => {
    const where = `forms.${at}`;
    const levels = [one.perBed, one.perWard].flatMap((each) => each ?? []);
    return [
      ...(forms.includes(one.form) ? [] : [`${where}: no form ${one.form} in the library`]),
      ...(levels.length === 0 ? [`${where}: neither per bed nor per ward`] : []),
      ...(levels.some((each) => each['24'] < each['8']) ? [`${where}: fewer for 24 hours than for 8`] : []),
      ...(pack.forms.findIndex(({ form }) => form === one.form) < at ? [`${where}: ${one.form} stands twice`] : []),
    ];
  });
}
