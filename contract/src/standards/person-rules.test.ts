import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBand, ageRange, bandOfRange, isChild, treatAs, yearsBetween } from './age.ts';
import { alpha2Of, countryName, countryOf } from './countries.ts';
import { testElements } from './elements.ts';
import type { ElementAnswer } from './elements.ts';
import { isInitials, nameKey, splitAliases } from './name.ts';
import { nikFitsBirth, parseNik, parsePassport } from './nik.ts';
import { daysInMonth } from './partial-date.ts';

const shared = new URL('../../../../shared/data/standards/', import.meta.url);
const vectorsAge = new URL('vectors-age.json', shared);
const vectorsElements = new URL('vectors-elements.json', shared);

describe('age', () => {
  test('boundaries of childhood and of leap days', () => {
    expect(yearsBetween('2008-03-14', '2026-03-13')).toBe(17);
    expect(yearsBetween('2004-02-29', '2022-02-28')).toBe(17);
    expect(yearsBetween('2004-02-29', '2022-03-01')).toBe(18);
    expect(ageBand('simfoni', 17)).toBe('13-17');
    expect(bandOfRange('simfoni', { min: 17, max: 18 })).toBe('unknown');
    expect(treatAs({ min: 17, max: 18 })).toBe('child');
  });

  test.skipIf(!existsSync(vectorsAge))('shared vectors', () => {
    type Bands = { simfoni: string; ctdc: string; sdg: string };
    const v = JSON.parse(readFileSync(vectorsAge, 'utf8')) as {
      bands: (Bands & { age: number })[];
      from_dates: (Bands & { birth: string; on: string; age: number })[];
      partial: {
        birth: string;
        on: string;
        min_age: number;
        max_age: number;
        is_child_at: string;
        treat_as: string;
      }[];
    };
    const check = (age: number, b: Bands) => {
      expect(ageBand('simfoni', age)).toBe(b.simfoni);
      expect(ageBand('ctdc', age)).toBe(b.ctdc);
      expect(ageBand('sdg', age)).toBe(b.sdg);
    };
    expect(v.bands.length + v.from_dates.length + v.partial.length).toBeGreaterThan(30);
    for (const b of v.bands) check(b.age, b);
    for (const d of v.from_dates) {
      expect(yearsBetween(d.birth, d.on)).toBe(d.age);
      expect(ageRange(d.birth, d.on)).toEqual({ min: d.age, max: d.age });
      check(d.age, d);
    }
    for (const p of v.partial) {
      const range = ageRange(p.birth, p.on);
      expect(range).toEqual({ min: p.min_age, max: p.max_age });
      expect(isChild(range)).toBe(p.is_child_at);
      expect(treatAs(range)).toBe(p.treat_as);
    }
  });
});

describe('NIK', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const anyNik = fc
    .record({
      region: fc.constantFrom('647201', '640213', '540101', '640401', '920101'),
      year: fc.integer({ min: 1930, max: 2025 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      female: fc.boolean(),
      serial: fc.integer({ min: 1, max: 9999 }),
    })
    .filter((p) => p.day <= daysInMonth(p.year, p.month));

  test('what goes into a number comes out of it', () => {
    fc.assert(
      fc.property(anyNik, fc.constantFrom('', ' ', '.', '-'), (p, blank) => {
        const day = two(p.female ? p.day + 40 : p.day);
        const nik = `${p.region}${day}${two(p.month)}${two(p.year % 100)}${String(p.serial).padStart(4, '0')}`;
        const read = parseNik(`'${nik.slice(0, 6)}${blank}${nik.slice(6, 12)}${blank}${nik.slice(12)} `);
        expect(read).toEqual({
          ok: true,
          nik: {
            nik,
            region: p.region,
            sex: p.female ? 'female' : 'male',
            birth: { day: p.day, month: p.month, yearInCentury: p.year % 100 },
            serial: nik.slice(12),
          },
        });
        const fits = (birth: string) => read.ok && nikFitsBirth(read.nik, birth);
        expect(fits(`${p.year}-${two(p.month)}-${two(p.day)}`)).toBe(true);
        expect(fits(`${p.year}-${two(p.month)}`)).toBe(true);
        expect(fits(String(p.year + 1))).toBe(false);
      }),
    );
  });

  test.each([
    ['0000000000000000', ['nik_placeholder']],
    ['9999999999999999', ['nik_placeholder']],
    ['1234567890123456', ['nik_placeholder']],
    ['6472010000000000', ['nik_placeholder']],
    ['647201540308000', ['nik_length']],
    ['64720154030800011', ['nik_length']],
    ['6,47202E+15', ['nik_scientific']],
    ['6.47202E+15', ['nik_scientific']],
    ['64720154O3080001', ['nik_not_digits']],
    ['tidak ada', ['nik_not_digits']],
    ['9972015403080001', ['nik_region']],
    ['6400015403080001', ['nik_region']],
    ['6472017203080001', ['nik_date']],
    ['6472013013080001', ['nik_date']],
    ['6472012902070001', ['nik_date']],
    ['6472015403080000', ['nik_serial']],
    ['9972013213080000', ['nik_region', 'nik_date', 'nik_serial']],
  ])('%s: %j', (text, problems) => {
    expect(parseNik(text)).toEqual({ ok: false, problems });
  });

  test('a list of issued regions, when there is one, is asked; a leap day needs a leap year in some century', () => {
    expect(parseNik('6472015403080001', { isRegion: () => false })).toEqual({
      ok: false,
      problems: ['nik_region'],
    });
    expect(parseNik('6472012902080001').ok).toBe(true);
    expect(parseNik('6472012902000001').ok).toBe(true);
  });

  test('passports', () => {
    expect(parsePassport('c 1234567')).toEqual({ ok: true, passport: 'C1234567' });
    for (const text of ['-', 'ABCDEFG', 'A0000000', '12345', 'X12345678901'])
      expect(parsePassport(text).ok, text).toBe(false);
  });
});

describe('names', () => {
  test.each([
    ['Hj. Siti Aminah, S.Pd., M.Si', 'SITI AMINAH'],
    ['SITI AMINAH S.Pd', 'SITI AMINAH'],
    ['Dr. H. M. Yusuf', 'M YUSUF'],
    ['M.Yusuf', 'M YUSUF'],
    ['Siti binti Ahmad', 'SITI'],
    ["Nur'aini", 'NURAINI'],
    ['Nur’aini', 'NURAINI'],
    ['  Andi\u00a0  Rahmat ', 'ANDI RAHMAT'],
    ['José', 'JOSE'],
    ['Sukarni', 'SUKARNI'],
    ['H. Bin', 'BIN'],
  ])('"%s" compares as "%s"', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test.each(['-', '', 'NN', 'N.N.', 'X', '...', 'Anonim'])('"%s" is no name', (name) => {
    expect(nameKey(name)).toBeUndefined();
  });

  test('the key of a key is the key, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z .,']{1,30}$/)), (text) => {
        const key = nameKey(text);
        expect(key?.trim()).toBe(key);
        expect(key ?? 'NONE').toMatch(/^[A-Z]+( [A-Z]+)*$/);
      }),
    );
  });

  test('other names and initials', () => {
    expect(splitAliases('SITI als INUL')).toEqual({ name: 'SITI', aliases: ['INUL'] });
    expect(splitAliases('Siti @ Inul @ Ina')).toEqual({ name: 'Siti', aliases: ['Inul', 'Ina'] });
    expect(splitAliases('Siti (Inul)')).toEqual({ name: 'Siti', aliases: ['Inul'] });
    expect(splitAliases('Halsyah')).toEqual({ name: 'Halsyah', aliases: [] });
    expect(['S.A.', 'MB', 'S A', 'SA'].map(isInitials)).toEqual([true, true, true, true]);
    expect(['Siti', 'SITI AMINAH', ''].map(isInitials)).toEqual([false, false, false]);
  });
});

test('countries by code and by name in both languages', () => {
  expect(['ID', 'idn', 'Indonesia', 'WNI', 'INDONESIA '].map(countryOf)).toEqual(Array(5).fill('IDN'));
  expect(
    ['Malaysia', 'Kamboja', 'Cambodia', 'Arab Saudi', 'Saudi Arabia', 'WNA', 'Taiwan'].map(countryOf),
  ).toEqual(['MYS', 'KHM', 'KHM', 'SAU', 'SAU', 'XXX', 'TWN']);
  expect(countryOf('Entah')).toBeUndefined();
  expect([alpha2Of('IDN'), countryName('DEU', 'id'), countryName('XXX', 'en')]).toEqual([
    'ID',
    'Jerman',
    'Foreign, country not stated',
  ]);
});

describe('elements', () => {
  test('a child without means: both readings side by side', () => {
    expect(
      testElements({ ageAtExploitation: 16, acts: ['recruitment'], means: [], purposes: ['sexual'] }),
    ).toEqual({
      protocolArt3: 'met',
      uu21Ps1: 'not_met',
      missing: ['means'],
      isChild: true,
    });
  });

  test.skipIf(!existsSync(vectorsElements))('shared vectors', () => {
    const { vectors } = JSON.parse(readFileSync(vectorsElements, 'utf8')) as {
      vectors: {
        id: string;
        input: { age_at_exploitation: number | null; acts: string[]; means: string[]; purposes: string[] };
        expect: {
          protocol_art3: ElementAnswer;
          uu21_ps1_1: ElementAnswer;
          missing: string[];
          is_child: boolean | null;
        };
      }[];
    };
    expect(vectors.length).toBeGreaterThan(10);
    for (const { id, input, expect: e } of vectors)
      expect(testElements({ ...input, ageAtExploitation: input.age_at_exploitation }), id).toEqual({
        protocolArt3: e.protocol_art3,
        uu21Ps1: e.uu21_ps1_1,
        missing: e.missing,
        isChild: e.is_child,
      });
  });
});
