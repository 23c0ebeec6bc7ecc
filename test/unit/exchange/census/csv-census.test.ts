import { describe, expect, test } from 'vitest';
import { bytesOf, read, SITE } from './reading';

const csv = (text: string, extra: Parameters<typeof read>[1] = {}) =>
  read([{ name: 'census.csv', bytes: bytesOf(text) }], extra);

describe('a census table', () => {
  test('is understood by its German column names, title lines, empty beds and totals', () => {
    const reading = csv(
      'Stationsliste Innere 3\nStand: 22.11.2026 05:15\n\nBett;Name;Vorname;Geb.-Datum;Geschl.;Pat.-Nr.;Allergien;Gewicht;Diagnose\n' +
        '3-01;Müller;Jürgen;08.12.1957;m;100234;keine bekannt;101,5;Schlaganfall\n' +
        '3-02;Weiß;Käthe;14.03.1941;w;100235;Penicillin (Anaphylaxie);48,2;Pneumonie\n3-03;;;;;;;;\n3-04;LEER;;;;;;;\nSumme;2;;;;;;;\n',
      { site: { ward: 'Innere 3' } },
    );
    expect(reading.refused).toEqual([]);
    expect(reading.asOf).toBe('2026-11-22T05:15:00+01:00');
    expect(reading.patients).toMatchObject([
      {
        family: 'Müller',
        given: 'Jürgen',
        birthDate: '1957-12-08',
        sex: 'male',
        mrn: '100234',
        ward: 'Innere 3',
        bed: '3-01',
        allergyStatus: 'none-known',
        weightKg: 101.5,
        diagnosis: 'Schlaganfall',
      },
      {
        family: 'Weiß',
        given: 'Käthe',
        birthDate: '1941-03-14',
        sex: 'female',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Penicillin', reaction: 'Anaphylaxie', severity: 'severe' }],
      },
    ]);
    expect(reading.warnings.map((one) => [one.code, one.count])).toEqual([
      ['footer-skipped', undefined],
      ['empty-bed', 2],
    ]);
  });

  test('is understood with whole names, beds that carry the ward, and ages instead of birth dates', () => {
    const reading = csv(
      'Unit,Bed,Patient,Age,MRN\n7B,7B-12A,"LAST, FIRST M",82,9001\n7B,7B-12B,"van der Berg, Ann",6 mo,9002  \n',
    );
    expect(reading.patients).toMatchObject([
      { family: 'LAST', given: 'FIRST M', ageEstimateYears: 82, ward: '7B', bed: '7B-12A', mrn: '9001' },
      { family: 'van der Berg', given: 'Ann', ageEstimateYears: 0, bed: '7B-12B', mrn: '9002' },
    ]);
  });

  test('takes age and sex out of one column, and never a running number for the MRN', () => {
    const reading = csv(
      'S.No|UHID|Patient Name|Age/Sex|Ward|Bed No\n1|AB1002003|Mr Ravi Kumar|45Y/M|ICU|3\n2|AB1002004|Mrs Lata Devi|32 Y / F|ICU|4\n',
    );
    expect(reading.patients).toMatchObject([
      { family: 'Kumar', given: 'Ravi', ageEstimateYears: 45, sex: 'male', mrn: 'AB1002003', ward: 'ICU', bed: '3' },
      { sex: 'female', ageEstimateYears: 32 },
    ]);
    expect(reading.warnings.map((one) => one.code)).toContain('name-order-assumed');
  });

  test('uses the best other number and says so when no column is called MRN', () => {
    const reading = csv('Id,First,Last,Birthdate\nx-77,Ana,García,1980-08-14\n');
    expect(reading.patients).toMatchObject([{ mrn: 'x-77' }]);
    expect(reading.warnings).toContainEqual(
      expect.objectContaining({ code: 'mrn-from-other-column', where: { file: 'census.csv', line: 1, column: 'Id' } }),
    );
  });

  test('finds number, date and age where they stand in one cell', () => {
    const reading = csv(
      'Patient,DOB/Age,Unit\n"DOE, JANE (0012345)",03/25/1950 (76 Y),7B\n"ROE, RICK (0012346)",04/05/1961 (65 Y),7B\n',
    );
    expect(reading.patients).toMatchObject([
      { family: 'DOE', given: 'JANE', mrn: '0012345', birthDate: '1950-03-25' },
      { mrn: '0012346', birthDate: '1961-04-05' },
    ]);
    expect(reading.warnings.map((one) => one.code)).toContain('mrn-from-name');
  });

  test('keeps a name in capitals whole until somebody says its order', () => {
    const text = 'MRN,Name\n1,SMITH JOHN\n2,DOE JANE\n';
    expect(csv(text).patients).toMatchObject([{ family: 'SMITH JOHN', given: '' }, {}]);
    expect(csv(text).questions).toMatchObject([{ code: 'name-order', blocking: false, rows: 2 }]);
    expect(csv(text, { mapping: { nameOrder: 'family-first' } })).toMatchObject({
      questions: [],
      patients: [{ family: 'SMITH', given: 'JOHN' }, {}],
    });
  });

  test('keeps leading zeros, spreadsheet wrappers off and placeholders out', () => {
    const reading = csv(
      'MRN;Last name;First name;DOB;Ward\n="00123";Doe;Jane;1980-12-31;NULL\nPENDING;Roe;Rick;1981-12-31;7B\n',
      { site: { ward: '9' } },
    );
    expect(reading.patients).toMatchObject([
      { mrn: '00123', ward: '9' },
      { family: 'Roe', ward: '7B' },
    ]);
    expect(reading.patients[1]?.mrn).toBeUndefined();
  });

  test('reads a list grouped under ward headings', () => {
    const reading = csv('MRN,Name,DOB,Bed\nWard: 7A,,,\n1,"A, B",1980-12-31,1\nWard: 7B,,,\n2,"C, D",1981-12-31,1\n');
    expect(reading.patients.map((one) => [one.mrn, one.ward])).toEqual([
      ['1', '7A'],
      ['2', '7B'],
    ]);
  });

  test('follows a mapping for columns, and names its mistakes', () => {
    const text = 'K1,K2,K3,K4\nDoe,Jane,77,1980-12-31\nRoe,Rick,78,1981-12-31\n';
    const reading = csv(text, { mapping: { columns: { K1: 'family', K2: 'given', K3: 'mrn', K4: 'birthDate' } } });
    expect(reading.patients).toMatchObject([
      { family: 'Doe', given: 'Jane', mrn: '77', birthDate: '1980-12-31' },
      { mrn: '78' },
    ]);
    const wrong = csv(text, { mapping: { columns: { K1: 'surname' }, dateorder: 'dmy' } });
    expect(wrong.refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'mapping-invalid', where: { file: 'mapping', path: 'columns["K1"]' } }),
        expect.objectContaining({ code: 'mapping-invalid', where: { file: 'mapping', path: 'dateorder' } }),
      ]),
    );
  });

  test('is recognised by its header next time', () => {
    const text = 'K1,K2,K3\nDoe,Jane,77\nRoe,Rick,78\n';
    const first = csv(text, { mapping: { columns: { K1: 'family', K2: 'given', K3: 'mrn' } } });
    const [table] = first.tables;
    const again = csv('k1;K2;K3\nPoe;Ed;79\nLow;Al;80\n', {
      remembered: { [table?.fingerprint ?? '']: table?.remember },
    });
    expect(again.patients).toMatchObject([{ family: 'Poe', given: 'Ed', mrn: '79' }, { mrn: '80' }]);
    expect(again.tables[0]?.columns.map((column) => column.from)).toEqual(['remembered', 'remembered', 'remembered']);
  });

  test('is refused with what to do when no column holds names', () => {
    const reading = csv('1001,77,1980-01-02,M\n1002,78,1981-01-01,F\n');
    expect(reading.refused).toMatchObject([{ code: 'no-name-column', where: { file: 'census.csv', line: 1 } }]);
    expect(reading.read).toBe(2);
  });
});

describe('lines that cannot be right', () => {
  test('are refused one by one with line and column, the rest is read', () => {
    const reading = csv(
      'MRN,Last,First,DOB\n1,"O""Brien",B,1980-01-02\n2,"Smith,C,1981-01-01\n3,Jones,D,1982-01-01\n4,"Multi\nLine",E,1983-01-01\n5,Short,F\n6,Long,G,1984-01-01,x,y\n7,Impossible,H,1950-02-30\n8,Future,I,2031-01-01\n9,Nonsense,J,soon\n1.23E+08,Damaged,K,1980-01-02\n',
    );
    expect(reading.patients.map((one) => one.mrn)).toEqual(['1', '3', '4']);
    expect(reading.read).toBe(10);
    expect(reading.refused.map((one) => [one.code, one.where.line, one.where.column])).toEqual(
      expect.arrayContaining([
        ['unclosed-quote', 3, undefined],
        ['too-few-fields', 7, 'DOB'],
        ['too-many-fields', 8, 5],
        ['impossible-date', 9, 'DOB'],
        ['date-in-future', 10, 'DOB'],
        ['no-date', 11, 'DOB'],
        ['number-damaged', 12, 'MRN'],
      ]),
    );
    expect(reading.refused).toHaveLength(7);
  });

  test('are merged when one patient stands twice, and refused with both lines when two people share a number', () => {
    const reading = csv(
      'MRN,Last,First,DOB,Allergy\n1,A,B,1980-01-02,Latex\n1,A,B,1980-01-02,Peanut\n2,C,D,1990-01-01,\n2,X,Y,1991-01-01,\n',
    );
    expect(reading.patients).toMatchObject([
      { mrn: '1', allergies: [{ substance: 'Latex' }, { substance: 'Peanut' }] },
    ]);
    expect(reading.warnings).toContainEqual(expect.objectContaining({ code: 'duplicate-merged' }));
    expect(reading.refused).toMatchObject([{ code: 'duplicate-mrn', count: 2 }]);
    expect(reading.refused[0]?.message).toContain('4, 5');
  });

  test.each([
    [[0x50, 0x4b, 3, 4, 20, 0], 'spreadsheet-file'],
    [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf-file'],
    [[], 'empty-file'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 14, 15], 'not-text'],
  ])('are refused as a whole when the file starts with %j', (start, code) => {
    const reading = read([{ name: 'x.csv', bytes: new Uint8Array(start) }]);
    expect(reading.refused).toMatchObject([{ code, where: { file: 'x.csv' } }]);
  });
});

describe('encodings', () => {
  const text = 'MRN;Last Name;First Name;DOB\n1;Müller;Jürgen;1980-12-31\n';
  test.each([
    ['UTF-8 with byte order mark', bytesOf(`\uFEFF${text}`), 0],
    ['UTF-16 little endian', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), 0],
    ['UTF-16 big endian', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()), 0],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(text, 'utf16le')), 0],
    ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1')), 1],
  ])('%s is read', (_name, bytes, guessed) => {
    const reading = read([{ name: 'x.csv', bytes }], { asOf: SITE.now });
    expect(reading.patients).toMatchObject([{ family: 'Müller', given: 'Jürgen' }]);
    expect(reading.warnings.filter((one) => one.code === 'encoding-guessed')).toHaveLength(guessed);
  });
});

describe('sex codes', () => {
  const sexes = (header: string, ...codes: string[]) =>
    csv(`MRN,Name,${header}\n${codes.map((code, at) => `A${at},"A, B${at}",${code}`).join('\n')}\n`).patients.map(
      (one) => one.sex,
    );
  test('are read together, because letters differ by language', () => {
    expect(sexes('Sex', 'M', 'F', 'U', 'X')).toEqual(['male', 'female', 'unknown', 'other']);
    expect(sexes('Geschlecht', 'm', 'w', 'd')).toEqual(['male', 'female', 'other']);
    expect(sexes('Sexo', 'H', 'M')).toEqual(['male', 'female']);
    expect(sexes('Sexe', 'H', 'F')).toEqual(['male', 'female']);
    expect(sexes('Geslacht', 'M', 'V')).toEqual([undefined, undefined]);
    expect(sexes('Gender', '1', '2')).toEqual(['male', 'female']);
  });

  test('are explained by a mapping', () => {
    const reading = csv('MRN,Name,Sex\n1,"A, B",V\n2,"C, D",M\n', {
      mapping: { sexCodes: { V: 'female', M: 'male' } },
    });
    expect(reading.patients.map((one) => one.sex)).toEqual(['female', 'male']);
    expect(reading.questions).toEqual([]);
  });
});
