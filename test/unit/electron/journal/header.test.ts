import { expect, test } from 'vitest';
import { journalHeader } from '../../../../electron/journal/header';

test('the header names the vault and the state of its key slots, and nothing else of it', () => {
  const header = journalHeader('0.1.0', '{"vault":"V1","site":"S","people":[{"name":"U"}]}');
  expect(header).toEqual({ app: '0.1.0', vault: 'V1', keys: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
});

test('the header names no vault before the first set-up', () => {
  expect(journalHeader('0.1.0', null)).toEqual({ app: '0.1.0' });
});
