import { expect, test } from 'vitest';
import {
  dayInWords,
  longDay,
  longMoment,
  number,
  numberInWords,
  roman,
  shortDay,
  shortHash,
} from './words-id.ts';

test.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [25, 'dua puluh lima'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [212, 'dua ratus dua belas'],
  [1000, 'seribu'],
  [1012, 'seribu dua belas'],
  [1450, 'seribu empat ratus lima puluh'],
  [2026, 'dua ribu dua puluh enam'],
  [11_000, 'sebelas ribu'],
  [100_000, 'seratus ribu'],
  [1_000_000, 'satu juta'],
  [1_001_100, 'satu juta seribu seratus'],
  [2_000_000_001, 'dua miliar satu'],
  [-3, 'minus tiga'],
])('%i is %s', (value, words) => expect(numberInWords(value)).toBe(words));

test('refuses what it cannot say', () => {
  for (const value of [1.5, Number.NaN, 1e15]) expect(() => numberInWords(value)).toThrow(RangeError);
});

test('days and moments', () => {
  expect(dayInWords('2026-11-25')).toBe(
    'Rabu tanggal dua puluh lima bulan November tahun dua ribu dua puluh enam',
  );
  expect(dayInWords('2027-01-10')).toBe(
    'Minggu tanggal sepuluh bulan Januari tahun dua ribu dua puluh tujuh',
  );
  expect(longDay('2026-08-01')).toBe('1 Agustus 2026');
  expect(shortDay('2024-07-11')).toBe('11 Jul 2024');
  const instant = Temporal.Instant.from('2027-01-10T16:05:00Z');
  expect(longMoment(instant, 'Asia/Makassar')).toBe('11 Januari 2027 pukul 00.05 WITA');
  expect(longMoment(instant, 'Asia/Pontianak')).toBe('10 Januari 2027 pukul 23.05 WIB');
  expect(longMoment(instant, 'Asia/Jayapura')).toContain('WIT');
});

test('figures', () => {
  expect(number(1234.5)).toBe('1.234,5');
  expect(number(1234.5, 2)).toBe('1.234,50');
  expect(number(-0.25)).toBe('-0,25');
  expect([1, 4, 9, 14, 40, 2026].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'MMXXVI']);
  expect(() => roman(0)).toThrow(RangeError);
  expect(shortHash(`9c417be2${'0'.repeat(52)}05da`)).toBe('9c41 7be2 … 05da');
});
