import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillForm } from '../../../../renderer/domain/form/fill-form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { parseFormText } from '../../../../renderer/domain/form/parse/parse-form';

const folder = resolve(import.meta.dirname, '../../../../../shared/data/questionnaires');

describe.skipIf(!existsSync(folder))('181 public forms', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  test('each is loaded or refused with a reason and a place when read', () => {
    const refused: string[] = [];
    let warnings = 0;
    let silent = 0;
    const byCode = new Map<string, number>();
    for (const file of files) {
      const text = readFileSync(resolve(folder, file), 'utf8');
      const form = parseFormText(text, file);
      if (!form.ok) {
        refused.push(
          `${file}: ${form.error[0]?.code} at ${form.error[0]?.where}: ${form.error[0]?.message} (${form.error.length})`,
        );
        silent += form.error.filter(({ message }) => message === '').length;
        continue;
      }
      warnings += form.value.warnings.length;
      for (const { code } of form.value.warnings) byCode.set(code, (byCode.get(code) ?? 0) + 1);
      expect(form.value.source).toEqual(JSON.parse(text.replace(/^\uFEFF/, '')));
      const filled = fillForm({ definition: form.value, response: newResponse(form.value) });
      expect(filled.nodes.length).toBeGreaterThanOrEqual(0);
    }
    console.info(`forms: ${files.length - refused.length} loaded, ${refused.length} refused, ${warnings} warnings`);
    console.info([...byCode].map(([code, count]) => `${code} ${count}`).join(', '));
    for (const line of refused) console.info(line);
    expect(silent).toBe(0);
    expect(files.length).toBe(181);
  });
});
