import { expect, test } from 'vitest';
import {
  day,
  list,
  listParams,
  oneOf,
  parseSearch,
  readSort,
  searchOf,
  someOf,
  stringifySearch,
  text,
  writeSort,
} from './search-params.ts';

test('codes stay text through the address bar', () => {
  expect(parseSearch('?wilayah=62.10&kode=007')).toEqual({ wilayah: '62.10', kode: '007' });
  expect(stringifySearch({ wilayah: '62.10', kode: '007' })).toBe('?wilayah=62.10&kode=007');
});

test('lists repeat their name', () => {
  expect(parseSearch('?a=1&a=2&a=3')).toEqual({ a: ['1', '2', '3'] });
  expect(stringifySearch({ a: ['1', '2'], b: undefined, c: '' })).toBe('?a=1&a=2');
  expect(stringifySearch({})).toBe('');
});

test('a route takes what it knows and drops the rest', () => {
  const { parse } = searchOf({
    ...listParams,
    cari: text,
    status: someOf(['open', 'done']),
    jenis: oneOf(['a', 'b']),
    dari: day,
    lembaga: list,
  });
  expect(
    parse({
      cari: ' ',
      status: ['open', 'bogus'],
      jenis: 'c',
      dari: '2024-7-1',
      lembaga: 'x',
      urut: '-tenggat',
      evil: '1',
    }),
  ).toEqual({ status: ['open'], lembaga: ['x'], urut: '-tenggat' });
});

test('sorting', () => {
  expect(readSort('-tenggat')).toEqual({ column: 'tenggat', direction: 'desc' });
  expect(readSort('nama')).toEqual({ column: 'nama', direction: 'asc' });
  expect(readSort('nama; drop')).toBeUndefined();
  expect(writeSort({ column: 'nama', direction: 'desc' })).toBe('-nama');
});
