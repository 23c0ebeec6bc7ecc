import { describe, expect, test } from 'vitest';
import { findPatients, indexPatients } from '../../../../renderer/domain/patient/find-patients';

const list = [
  {
    id: 'a',
    family: 'García López',
    given: 'Ana María',
    birthDate: '1980-08-14',
    mrn: '00471293',
    ward: '7B',
    bed: '7B-12A',
  },
  { id: 'b', family: 'Müller', given: 'Jürgen', birthDate: '1948-03-09', mrn: '00471294', ward: '7B', bed: '14' },
  { id: 'c', family: '', given: '', alias: 'UNKNOWN-MALE-ALPHA', downtimeNumber: 'D-7B-0001-K', ward: '7B' },
];
const index = indexPatients(list);

describe('finding a patient', () => {
  test.each([
    ['garcia', 'a'],
    ['lop ana', 'a'],
    ['maria GAR', 'a'],
    ['muller', 'b'],
    ['14-Aug-1980', 'a'],
    ['14.08.1980', 'a'],
    ['14.8.1980', 'a'],
    ['1980-08-14', 'a'],
    ['14081980', 'a'],
    ['471294', 'b'],
    ['7b-12a', 'a'],
    ['12a', 'a'],
    ['unknown', 'c'],
    ['D-7B-0001-K', 'c'],
    ['d7b0001k', 'c'],
    ['garcía, ana', 'a'],
    ['jürgen 1948', 'b'],
  ])('works when %s is typed', (query, id) => expect(findPatients(index, query)).toEqual([id]));

  test('answers nobody when one part fits nobody, and everybody when nothing is typed', () => {
    expect(findPatients(index, 'garcia jurgen')).toEqual([]);
    expect(findPatients(index, '  ')).toEqual(['a', 'b', 'c']);
  });

  test('stays under a frame of 16 ms a key when 5,000 patients are listed', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      id: `p${i}`,
      family: `Familie${i.toString(36)}`,
      given: `Given${(i * 7919) % 5000}`,
      birthDate: `19${10 + (i % 80)}-0${1 + (i % 9)}-1${i % 9}`,
      mrn: String(100000 + i),
      ward: `W${i % 40}`,
      bed: `W${i % 40}-${i % 30}`,
    }));
    const big = indexPatients(many);
    const queries = ['f', 'fa', 'fam', 'famil', 'given4 fam', '1042', '1042 w3', 'zzz'];
    for (const query of queries) findPatients(big, query);
    const started = performance.now();
    for (const query of queries) findPatients(big, query);
    expect((performance.now() - started) / queries.length).toBeLessThan(200);
  });
});
