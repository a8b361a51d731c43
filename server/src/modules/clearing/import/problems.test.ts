import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { FileProblem, Mend, rowProblemCodes } from '@simpul/contract/clearing/row';
import type { RowProblem } from '@simpul/contract/clearing/row';
import type { CheckedRow } from './check-rows.ts';
import { correctedFile } from './corrected-file.ts';
import { createProblemGroups, mendsOf } from './group-problems.ts';
import { matchHeading } from './headings.ts';
import { mask } from './mask.ts';
import {
  fileProblemMessage,
  fill,
  mendLabel,
  problemMessage,
} from '@simpul/contract/clearing/problem-messages';
import { readAge, readAgeGroup, readCharges } from './read-values.ts';
import { clean, columnLetter, isBlank, readCount } from './text.ts';

const problem = (more: Partial<RowProblem>): RowProblem => ({
  row: 2,
  column: 'C',
  field: 'place',
  code: 'area_code_name_mismatch',
  severity: 'error',
  value: '6403 KUKAR',
  params: {},
  ...more,
});
const trap = problem({
  params: { code: '6403', name: 'KUKAR', kemendagriName: 'Berau', bpsName: 'Kutai Kartanegara', fits: 'bps' },
});

describe('messages', () => {
  test('the BPS trap in words', () => {
    expect(problemMessage(trap, 'id')).toEqual({
      title: 'Kode wilayah tidak cocok dengan nama',
      what: '6403 menurut Kemendagri adalah Berau, tetapi namanya KUKAR. Kode BPS 6403 adalah Kutai Kartanegara.',
      mend: 'Betulkan kode atau namanya. Nama cocok dengan kode BPS: nyatakan bahwa kolom ini memakai kode itu.',
    });
    expect(problemMessage(trap, 'en').what).toBe(
      '6403 is Berau by Kemendagri, but the name is KUKAR. BPS code 6403 is Kutai Kartanegara.',
    );
  });

  test('a date says what to write instead', () => {
    const date = problem({
      code: 'date_not_in_calendar',
      field: 'reportDate',
      value: '31/09/2026',
      params: { orWrite: '09/2026' },
    });
    expect(problemMessage(date, 'id').mend).toBe(
      'Tulis tanggal yang benar, atau bulan/tahun saja bila harinya tidak pasti: 09/2026.',
    );
  });

  test.each(['id', 'en'] as const)('every code has a title, a reason and a mend (%s)', (language) => {
    for (const code of rowProblemCodes) {
      const all = {
        digits: 15,
        min: 1,
        max: 2,
        today: 'x',
        year: 1,
        first: 1,
        last: 1,
        code: 'c',
        name: 'n',
        names: 'n',
        perhaps: 'p',
        word: 'w',
        role: 'r',
        total: 1,
        sum: 2,
      };
      const { title, what, mend } = problemMessage(problem({ code, params: all }), language);
      for (const text of [title, what, mend]) {
        expect(text.length, code).toBeGreaterThan(5);
        expect(text, code).not.toMatch(/[{}[\]…]/);
      }
    }
    for (const code of FileProblem.shape.code.options) {
      const { what, mend } = fileProblemMessage(
        {
          code,
          field: 'sex',
          params: { first: 'A', second: 'B', column: 'C', value: 'x', textId: 't', textEn: 't' },
        },
        language,
      );
      expect(`${what} ${mend}`, code).not.toMatch(/[{}[\]…]/);
    }
    for (const mend of Mend.options) expect(mendLabel(mend, language)).not.toBe('');
  });

  test('parts of a text that depend on a parameter', () => {
    expect([fill('a[x: {x}]', { x: 1 }), fill('a[x: {x}]', {}), fill('a[!x: none]', {})]).toEqual([
      'a 1',
      'a',
      'a none',
    ]);
  });
});

describe('groups', () => {
  test('by cause, errors and large ones first, one example, safe mends, words counted', () => {
    const groups = createProblemGroups();
    const age = (row: number) =>
      problem({ row, field: 'age', code: 'age_out_of_range', value: '170', params: { max: 120 } });
    const word = (row: number, w: string) =>
      problem({ row, field: 'exploitation', code: 'unknown_value', value: w, params: { word: w } });
    groups.add([age(2)]);
    groups.add([problem({ row: 3, code: 'nik_sex_mismatch', field: 'nationalId', severity: 'warning' })]);
    for (const row of [4, 5, 6]) groups.add([{ ...trap, row }]);
    groups.add([word(7, 'A'), word(7, 'B')]);
    groups.add([word(8, 'B')]);
    groups.add([problem({ row: 9, params: { code: '6401', name: 'X' } })]);
    expect(groups.groups().map((g) => [g.code, g.rows, g.example.row, g.mends])).toEqual([
      ['area_code_name_mismatch', 3, 4, ['use_bps_codes']],
      ['unknown_value', 2, 7, ['translate_word', 'mark_unknown']],
      ['age_out_of_range', 1, 2, ['mark_unknown']],
      ['area_code_name_mismatch', 1, 9, []],
      ['nik_sex_mismatch', 1, 3, ['accept']],
    ]);
    expect(groups.groups()[1]?.words).toEqual([
      { word: 'B', rows: 2 },
      { word: 'A', rows: 1 },
    ]);
  });

  test('a date of counting is never marked unknown at once, an incident may', () => {
    const at = (field: RowProblem['field']) => mendsOf(problem({ code: 'date_not_in_calendar', field }));
    expect([at('reportDate'), at('incidentDate')]).toEqual([[], ['mark_unknown']]);
  });
});

test('the corrected-file download: every column as it came, what is wrong, how to mend it', async () => {
  const rows: CheckedRow[] = [
    { row: 2, status: 'ready', problems: [], cells: ['a', 'b'] },
    {
      row: 3,
      status: 'problem',
      problems: [trap, problem({ code: 'required_missing', field: 'sex', column: null, value: null })],
      cells: ['6403 KUKAR'],
    },
    { row: 4, status: 'skipped', skipped: 'totals', problems: [], cells: ['JUMLAH'] },
  ];
  const out: string[][] = [];
  for await (const line of correctedFile(['KAB/KOTA', 'JK'], () => rows, 'id')) out.push(line);
  expect(out).toHaveLength(3);
  // What is right stands below, so that what comes back is whole.
  expect(out[2]).toEqual(['a', 'b', '2', '', '']);
  expect(out[0]).toEqual(['KAB/KOTA', 'JK', 'Baris di berkas asal', 'Masalah', 'Cara memperbaiki']);
  expect(out[1]?.slice(0, 3)).toEqual(['6403 KUKAR', '', '3']);
  expect(out[1]?.[3]).toContain('C: Kode wilayah tidak cocok dengan nama.');
  expect(out[1]?.[3]).toContain('\nJenis kelamin kosong.');
  // When the file comes back, the added columns are passed over.
  for (const heading of out[0]?.slice(2) ?? []) expect(matchHeading(heading)?.leftOut).toBe('own_column');
});

describe('values', () => {
  test.each([
    ['17', 17],
    ['17 th', 17],
    ['17 tahun 3 bln', 17],
    ['± 17', 17],
    ['6 bulan', 0],
    ['17.0', 17],
    ['170', 170],
    ['17-18', undefined],
    ['tua', undefined],
  ])('age "%s" is %s', (text, age) => expect(readAge(text)).toBe(age));

  test.each([
    ['13-17', { min: 13, max: 17 }],
    ['09--17', { min: 9, max: 17 }],
    ['48+', { min: 48, max: 120 }],
    ['18 tahun ke atas', { min: 18, max: 120 }],
    ['< 18', { min: 0, max: 17 }],
    ['Dewasa', { min: 18, max: 120 }],
    ['17-13', undefined],
  ])('age group "%s" is %j', (text, ages) => expect(readAgeGroup(text)).toEqual(ages));

  test('articles', () => {
    expect(readCharges('Pasal 76F jo 83 UU 35/2014')).toEqual([
      { law: 'uu35_2014', article: '76F' },
      { law: 'uu35_2014', article: '83' },
    ]);
    expect(readCharges('455 KUHP')).toEqual([{ law: 'kuhp_455', article: '455' }]);
    expect(readCharges('2')).toEqual([{ law: null, article: '2' }]);
    expect(readCharges('masih didalami')).toEqual([]);
  });

  test('counts, blanks, letters of columns', () => {
    expect(['5', '5 orang', '1.234', '1,5', 'lima'].map(readCount)).toEqual([
      5,
      5,
      1234,
      undefined,
      undefined,
    ]);
    expect(['', ' - ', '–', 'NIHIL', '0', 'x'].map(isBlank)).toEqual([true, true, true, true, false, false]);
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(clean(" '64.71\u00a0 x ")).toBe('64.71 x');
  });

  test('cleaning twice is cleaning once, and no reader throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9/. -]{0,12}$/)),
        (text) => {
          expect(clean(clean(text).replace(/^'+/, ''))).toBe(clean(text).replace(/^'+/, ''));
          readAge(text);
          readAgeGroup(text);
          readCharges(text);
          readCount(text);
        },
      ),
    );
  });

  test('masks show shape only, and keep the year of a case number', () => {
    expect(mask('name', 'Contoh Satu')).toBe('••• •••');
    expect(mask(null, 'Contoh 12')).toBe('••• ##');
    expect(mask('nationalId', '6472015403080001')).toBe('################');
    expect(mask('caseNo', 'LP/B/101/VIII/2026')).toBe('LP/B/••/VIII/2026');
    expect(mask('age', '170')).toBe('170');
  });
});
