import { expect, test } from 'vitest';
import { given } from '../../ui/answer.ts';
import { emptyEntry, fieldOf, readEntry, readNumber } from './entry.ts';

test.each([
  ['1.012', 1012],
  ['1012', 1012],
  ['12,5', 12.5],
  ['1.234.567,25', 1234567.25],
  [' 0 ', 0],
  ['12.5', 12.5],
  ['', undefined],
  ['dua', undefined],
  ['-3', undefined],
])('%j is read as %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

const whole = {
  ...emptyEntry('64'),
  value: '5',
  from: given('2022-01-01'),
  to: given('2022-12-31'),
  asOf: given('2023-01-05'),
  rule: 'Menurut tahun lapor',
  source: 'DKP3A contoh',
  title: 'Siaran pers',
  day: given('2023-01-06'),
  url: 'https://contoh.test/a',
};

test('an empty form names every field that is missing', () => {
  const { missing, entry } = readEntry(emptyEntry('64'));
  expect(entry).toBeUndefined();
  expect(missing.map((m) => m.field)).toEqual(
    ['value', 'from', 'to', 'asOf', 'rule', 'source', 'title', 'day'].map((f) => `entry-${f}`),
  );
});
test('a full form becomes an entry; empty texts become nothing', () => {
  const { missing, entry } = readEntry(whole);
  expect(missing).toEqual([]);
  expect(entry).toMatchObject({
    value: 5,
    note: null,
    yearBasis: null,
    parts: null,
    sourceUrl: 'https://contoh.test/a',
  });
});
test('a month is no day, and an address must be one', () => {
  const { missing } = readEntry({ ...whole, asOf: given('2023-01'), url: 'contoh' });
  expect(missing.map((m) => m.message)).toEqual(['asOf', 'url']);
});
test('parts need two lines with name and number', () => {
  const parts = [
    { code: 'perempuan', value: '3' },
    { code: '', value: '' },
  ];
  expect(readEntry({ ...whole, dimension: 'sex', parts }).missing.map((m) => m.message)).toEqual(['parts']);
  const two = [...parts.slice(0, 1), { code: 'laki-laki', value: '2' }];
  expect(readEntry({ ...whole, dimension: 'sex', parts: two }).entry?.parts?.values).toHaveLength(2);
});
test('paths of the contract lead to fields of the form', () => {
  expect([fieldOf('note'), fieldOf('by.periodTo'), fieldOf('parts.values')]).toEqual([
    'entry-note',
    'entry-to',
    'entry-parts',
  ]);
});
