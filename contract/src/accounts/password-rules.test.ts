import { expect, test } from 'vitest';
import { weaknessOf } from './password-rules.ts';

const codeOf = (password: string, owner = {}) => weaknessOf(password, owner)?.code ?? 'good';

test.each([
  ['payung hijau tertawa sembilan', 'good'],
  ['Tr0ub4dor&3-kebun', 'good'],
  ['jakarta payung lemari biru', 'good'],
  ['pendek123', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['Indonesia1945!!', 'common'],
  ['P4ssw0rd2026!', 'common'],
  ['kalimantantimur', 'common'],
  ['rahasiarahasia', 'common'],
  ['Samarinda#2026', 'common'],
  ['aaaaaaaaaaaaaaaa', 'too_simple'],
  ['1234567890123', 'too_simple'],
  ['839201837465', 'too_simple'],
  ['qwertyuiop99', 'common'],
  ['mnopqrstuvwx', 'too_simple'],
])('%s is %s', (password, expected) => {
  expect(codeOf(password)).toBe(expected);
});

test('ACC-10: a password may not hold the name or the address of its owner', () => {
  expect(codeOf('saya Wulandari berani', { name: 'Rina Wulandari' })).toBe('holds_name');
  expect(codeOf('kubus.rinaw.segitiga', { email: 'rinaw@dinas.test' })).toBe('holds_name');
  expect(codeOf('kubus.rinaw.segitiga', { email: 'lain@dinas.test' })).toBe('good');
});
