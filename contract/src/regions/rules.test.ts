import { expect, test } from 'vitest';
import { AreaCode } from './area.ts';
import { BpsCode } from './bps.ts';
import {
  ancestorsOf,
  areaKey,
  areaLabel,
  kindOf,
  levelOf,
  modernSpelling,
  namesAgree,
  parentOf,
  readName,
  storedKey,
} from './rules.ts';

test('REG-1 a code is dotted text; zeros at the end stay', () => {
  for (const code of ['64', '62.10', '64.09.04', '64.09.04.2001']) expect(AreaCode.parse(code)).toBe(code);
  for (const code of ['6', '62.1', '6210', '64.09.4', '64.09.04.201', '64.', ' 64', '64.09.04.2001.1'])
    expect(AreaCode.safeParse(code).success, code).toBe(false);
});

test('REG-1 level, kind and the areas above follow from the code', () => {
  expect([levelOf('64'), levelOf('64.71'), levelOf('64.71.01'), levelOf('64.71.01.1001')]).toEqual([
    'province',
    'regency',
    'district',
    'village',
  ]);
  expect(() => levelOf('640')).toThrow(RangeError);
  expect([kindOf('64.09'), kindOf('64.71')]).toEqual(['kabupaten', 'kota']);
  expect(['1001', '2001', '3001'].map((v) => kindOf(`64.71.01.${v}`))).toEqual([
    'kelurahan',
    'desa',
    'desa_adat',
  ]);
  expect(ancestorsOf('64.09.04.2001')).toEqual(['64', '64.09', '64.09.04']);
  expect([parentOf('64'), parentOf('64.09')]).toEqual([null, '64']);
});

test('REG-3 keys forget case, accents, punctuation and usual abbreviations', () => {
  expect(areaKey('  Udek Du’en ')).toBe('udek duen');
  expect(areaKey('Kep. Seribu')).toBe('kepulauan seribu');
  expect(storedKey('31.01', 'Kabupaten Administrasi Kepulauan Seribu')).toBe('kepulauan seribu');
  expect(storedKey('64.02.16', 'Kota Bangun')).toBe('kota bangun');
  expect(modernSpelling(areaKey('Djakarta'))).toBe('jakarta');
  expect(modernSpelling(areaKey('Tjilatjap'))).toBe('cilacap');
});

test('REG-4 a word of kind is understood and may also be part of the name', () => {
  expect(readName('Kota Samarinda')).toEqual([
    { key: 'samarinda', level: 'regency', kind: 'kota' },
    { key: 'kota samarinda' },
  ]);
  expect(readName('kab. kukar')[0]).toEqual({ key: 'kukar', level: 'regency', kind: 'kabupaten' });
  expect(readName('Kec. Sepaku')[0]).toEqual({ key: 'sepaku', level: 'district' });
  expect(readName('Kota')).toEqual([{ key: 'kota' }]);
  expect(readName(' .,')).toEqual([]);
});

test('the label of an area names what lies above it, kabupaten without the word', () => {
  expect(areaLabel('Sepaku', ['Kalimantan Timur', 'Kabupaten Penajam Paser Utara'])).toBe(
    'Sepaku, Penajam Paser Utara, Kalimantan Timur',
  );
  expect(areaLabel('Bogor Barat', ['Jawa Barat', 'Kota Bogor'])).toBe('Bogor Barat, Kota Bogor, Jawa Barat');
});

test('REG-9 names agree when their words do; a word of kind must not contradict', () => {
  expect(namesAgree('64.09', 'Kabupaten Penajam Paser Utara', 'PENAJAM PASER UTARA')).toBe(true);
  expect(namesAgree('62.71', 'Kota Palangkaraya', 'Palangka Raya')).toBe(true);
  expect(namesAgree('32.71', 'Kota Bogor', 'Kab. Bogor')).toBe(false);
  expect(namesAgree('32.71', 'Kota Bogor', 'Bogor')).toBe(true);
  expect(namesAgree('64.02', 'Kabupaten Kutai Kartanegara', 'Kutai Barat')).toBe(false);
});

test('a BPS code has 2, 4, 7 or 10 digits and no dots', () => {
  for (const code of ['64', '6402', '6402010', '6402010001'])
    expect(BpsCode.safeParse(code).success).toBe(true);
  for (const code of ['640', '64.02', '640201', '64020']) expect(BpsCode.safeParse(code).success).toBe(false);
});
