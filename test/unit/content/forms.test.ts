import { describe, expect, test } from 'vitest';
import { shippedForms } from '../../../renderer/content/forms';

describe('the shipped forms', () => {
  test.each(shippedForms().map(({ definition }) => [definition.id, definition] as const))('%s loads without a problem', (_, definition) => {
    expect(definition.warnings).toEqual([]);
  });
});
