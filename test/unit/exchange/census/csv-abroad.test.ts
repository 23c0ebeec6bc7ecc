import { describe, expect, test } from 'vitest';
import { bytesOf, read } from './reading';

const csv = (text: string) => read([{ name: 'census.csv', bytes: bytesOf(text) }]);

/** Text as UTF-16, as spreadsheets of some countries save "Unicode text". */
function utf16(text: string, { bigEndian, mark }: { readonly bigEndian: boolean; readonly mark: boolean }): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
}

describe('a census from another country', () => {
  test.each([
    [
      'Russian',
      'Номер карты;Фамилия;Имя;Отчество;Дата рождения;Пол;Отделение;Палата;Койка;Аллергии\n1;Иванова;Анна;Ивановна;25.03.1950;Ж;7Б;12;2;нет аллергии\n',
      {
        family: 'Иванова',
        given: 'Анна Ивановна',
        sex: 'female',
        ward: '7Б',
        bed: '12-2',
        allergyStatus: 'none-known',
      },
    ],
    [
      'Chinese',
      '病历号,姓名,性别,出生日期,病区,床号,过敏史\n1001,王伟,男,1950-03-25,内科,3,青霉素\n',
      { family: '王伟', sex: 'male', ward: '内科', bed: '3', mrn: '1001', allergies: [{ substance: '青霉素' }] },
    ],
    [
      'Turkish',
      'Hasta No;Soyadı;Adı;Doğum Tarihi;Cinsiyet;Servis;Yatak\n12345;YILMAZ;Ayşe;25.03.1950;Kadın;Kardiyoloji;3\n',
      { family: 'YILMAZ', given: 'Ayşe', sex: 'female', ward: 'Kardiyoloji' },
    ],
    [
      'Czech',
      'Číslo pacienta;Příjmení;Jméno;Datum narození;Pohlaví;Oddělení;Lůžko\n505325;Nováková;Eva;25.3.1950;žena;Int;3\n',
      { family: 'Nováková', given: 'Eva', mrn: '505325', sex: 'female', bed: '3' },
    ],
    [
      'Polish',
      'PESEL;Nazwisko;Imię;Data ur.;Płeć;Oddział;Łóżko\n50032512345;Wałęsa;Lech;1950-03-25;M;7B;3\n',
      { family: 'Wałęsa', mrn: '50032512345', birthDate: '1950-03-25', sex: 'male', ward: '7B', bed: '3' },
    ],
  ])('is understood by its column names when they are %s', (_language, text, patient) => {
    const reading = csv(text);
    expect(reading.refused).toEqual([]);
    expect(reading.patients).toMatchObject([patient]);
  });

  test('joins family names that stand in several columns', () => {
    expect(
      csv('NHC;Apellido 1;Apellido 2;Nombre;Alergias\n1;García;López;Ana;No conocidas\n2;Ruiz;;Juan;\n').patients,
    ).toMatchObject([
      { family: 'García López', given: 'Ana', allergyStatus: 'none-known' },
      { family: 'Ruiz', given: 'Juan' },
    ]);
    expect(
      csv('Patiëntnummer;Achternaam;Tussenvoegsel;Voorletters;Bed\n77;Berg;van den;A.B.;2\n').patients,
    ).toMatchObject([{ family: 'van den Berg', given: 'A.B.' }]);
  });

  test('takes the name at birth when the name in use is empty', () => {
    const { patients } = csv("IPP;Nom de naissance;Nom d'usage;Prénom\n1;DUPONT;MARTIN;Élise\n2;PETIT;;Jean\n");
    expect(patients.map((one) => one.family)).toEqual(['MARTIN', 'PETIT']);
  });

  test.each([
    ['UTF-16 little-endian with its mark', { bigEndian: false, mark: true }],
    ['UTF-16 big-endian without a mark', { bigEndian: true, mark: false }],
  ])('is read when it is %s', (_name, how) => {
    const bytes = utf16('MRN;Name;Vorname;Geb.-Datum\r\n1001;Şahin;Ayşe;25.03.1961\r\n', how);
    expect(read([{ name: 'x.csv', bytes }]).patients).toMatchObject([{ family: 'Şahin', given: 'Ayşe' }]);
  });
});

test('numbers from one on are numbers of patients when the column is called MRN, and row numbers when it is called No', () => {
  expect(csv('MRN,Last,First\n1,Doe,Jane\n2,Roe,Jim\n').patients.map((one) => one.mrn)).toEqual(['1', '2']);
  expect(csv('No,Last,First,Bed\n1,Doe,Jane,4\n2,Roe,Jim,5\n').patients.map((one) => one.mrn)).toEqual([
    undefined,
    undefined,
  ]);
});

test('a birth date written as a point in time in UTC is said to be doubtful', () => {
  const reading = csv('MRN,Last,First,DOB\n7,Doe,Jane,1950-03-24T23:00:00.000Z\n');
  expect(reading.warnings).toContainEqual(expect.objectContaining({ code: 'birth-date-utc' }));
});

test('a web page under the name of a spreadsheet is refused by what it is', () => {
  const { patients, refused } = csv('<html><table><tr><td>MRN</td></tr></table></html>');
  expect([patients.length, refused[0]?.code]).toEqual([0, 'web-page']);
});
