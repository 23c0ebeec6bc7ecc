import { expect, test } from 'vitest';
import { normalSecret, refusePassphrase, refusePin } from '../../../../renderer/storage/vault/secret-rules';

test.each([
  '123456',
  '654321',
  '000000',
  '246802',
  '890123',
  '121212',
  '123123',
  '12341234',
  '112233',
  '789456',
  '010190',
])('a PIN is too common when it is %s', (pin) => expect(refusePin(pin)).toEqual({ code: 'pin-too-common' }));

test.each(['482917', '730164', '9051873', '605182'])('a PIN is accepted when it is %s', (pin) =>
  expect(refusePin(pin)).toBeUndefined(),
);

test.each([
  ['', 'pin-too-short'],
  ['48291', 'pin-too-short'],
  ['48 2917', 'pin-not-digits'],
  ['48291a', 'pin-not-digits'],
])('the PIN "%s" is refused with %s', (pin, code) => expect(refusePin(pin)).toMatchObject({ code }));

test('a PIN may be typed in full-width digits', () => {
  expect(refusePin('４８２９１７')).toBeUndefined();
  expect(normalSecret('４８２９１７')).toBe('482917');
});

test('a passphrase counts characters as people do when it has accents and emoji', () => {
  const fourteen = 'blåbärssoppa🫐!';
  expect([...fourteen]).toHaveLength(14);
  expect(refusePassphrase(fourteen)).toEqual({ code: 'passphrase-too-short', min: 15 });
  expect(refusePassphrase(`${fourteen}!`)).toBeUndefined();
  expect(refusePassphrase(`${fourteen}!`.normalize('NFD'))).toBeUndefined();
  expect(normalSecret('blåbär'.normalize('NFD'))).toBe('blåbär'.normalize('NFC'));
});
