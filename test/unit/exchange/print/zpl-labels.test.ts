import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelText, type LabelKind } from '../../../../renderer/exchange/print/labels/label-text';
import { zplField, zplLabels } from '../../../../renderer/exchange/print/labels/zpl-labels';
import { CHIOMA, CONTEXT, UNKNOWN } from '../../../support/paper/sample-sheets';

/** A ZPL printer's view: a caret or tilde begins a command wherever it stands; hex in data is bytes (^FH_). */
function asPrinterReads(zpl: string): { readonly commands: readonly string[]; readonly fields: readonly string[] } {
  const commands = zpl.match(/[\^~][A-Z][A-Z0-9]/g) ?? [];
  const fields = [...zpl.matchAll(/\^FD([^^~]*)\^FS/g)].map(([, data = '']) => {
    const bytes: number[] = [];
    for (let at = 0; at < data.length; at += 1) {
      const hex = data[at] === '_' ? /^_([0-9A-F]{2})/.exec(data.slice(at))?.[1] : undefined;
      bytes.push(hex === undefined ? data.charCodeAt(at) : Number.parseInt(hex, 16));
      if (hex !== undefined) at += 2;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  });
  return { commands, fields };
}

const about = { context: CONTEXT, site: 'St Anne' };
const zplOf = (family: string, kind: LabelKind = 'patient'): string =>
  zplLabels([labelText(kind, { patient: { ...CHIOMA, family } }, about)], 1);

describe('a name on a ZPL label', () => {
  test('is data and no command when it holds what ZPL commands begin with', () => {
    const read = asPrinterReads(zplOf('^XA^IDR:*.*^FS~JA_5E\\'));
    expect(read.commands).toEqual(asPrinterReads(zplOf('GARCIA')).commands);
    expect(read.fields[0]).toBe('^XA^IDR:*.*^FS~JA_5E\\, Chioma');
  });

  test('is read back as it was and adds no command whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
        const read = asPrinterReads(`^XA^FH_^FD${zplField(name)}^FS^XZ`);
        expect(read.commands).toEqual(['^XA', '^FH', '^FD', '^FS', '^XZ']);
        expect(read.fields).toEqual([name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')]);
      }),
    );
  });

  test('keeps the letters of every language in UTF-8', () => {
    const zpl = zplOf('Żółć Łękawa');
    expect(zpl).toMatch(/^[\x0a\x20-\x7e]+$/);
    expect(zpl).toContain('^CI28');
    expect(asPrinterReads(zpl).fields[0]).toBe('ŻÓŁĆ ŁĘKAWA, Chioma');
  });
});

describe('the codes of a ZPL label', () => {
  test('carry the number as a line, and round a wrist as a square too', () => {
    expect(zplOf('García')).toMatch(/\^BCN,\d+,N,N,N,A\^FH_\^FD9000148\^FS/);
    expect(zplOf('García')).not.toContain('^BX');
    expect(zplOf('García', 'wristband')).toMatch(/\^BXN,\d+,200\^FH_\^FD9000148\^FS/);
  });

  test('carry the request on a tube, with its number in words', () => {
    const label = labelText('specimen', { patient: CHIOMA, accession: 'DT-7B-0004-D' }, about);
    const { fields } = asPrinterReads(zplLabels([label], 1, { width: 60, height: 30, dotsPerMm: 8 }));
    expect(fields.filter((field) => field === 'DT-7B-0004-D')).toHaveLength(2);
    expect(fields.join('|')).not.toContain('ALLERGY');
  });

  test('are left out when a number holds what a code would take for a command', () => {
    const label = labelText('patient', { patient: { ...CHIOMA, mrn: '>;90_7E' } }, about);
    expect(zplLabels([label], 1)).not.toMatch(/\^B[CX]/);
  });
});

test('copies are asked of the printer, one format for each patient', () => {
  const labels = [CHIOMA, UNKNOWN].map((patient) => labelText('patient', { patient }, about));
  const zpl = zplLabels(labels, 3);
  expect(zpl.match(/\^XA/g)).toHaveLength(2);
  expect(zpl.match(/\^PQ3,0,1,Y\^XZ/g)).toHaveLength(2);
});
