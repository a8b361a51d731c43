import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnTargets, layouts } from '@simpul/contract/clearing/columns';
import type { ImportDecision, ImportMapping } from '@simpul/contract/clearing/columns';
import { RowProblem, SourceRow, rowProblemCodes } from '@simpul/contract/clearing/row';
import { checkRows, createColumnTally } from './check-rows.ts';
import type { CheckOptions, CheckedRow } from './check-rows.ts';
import { areas, areasWithoutBps, testHmac, stream, table, today } from './fixtures.ts';
import type { RawRow } from './find-header.ts';
import { problemMessage } from '@simpul/contract/clearing/problem-messages';

const targets = [
  'caseNo',
  'reportDate',
  'incidentDate',
  'place',
  'name',
  'nationalId',
  'birthDate',
  'age',
  'sex',
  'exploitation',
  'legalStage',
  'victimTotal',
  'victimFemale',
  'victimMale',
] as const;
type Field = (typeof targets)[number];
const base: ImportMapping = {
  layout: 'generic',
  columns: targets.map((target, index) => ({ index, target })),
};

const good: Record<Field, string> = {
  caseNo: 'LP/B/12/VIII/2026',
  reportDate: '11/08/2026',
  incidentDate: '08/2026',
  place: 'Kota Samarinda',
  name: 'Contoh Satu',
  nationalId: '6472015403080001',
  birthDate: '14/03/2008',
  age: '18',
  sex: 'P',
  exploitation: 'Seksual',
  legalStage: 'Sidik',
  victimTotal: '',
  victimFemale: '',
  victimMale: '',
};
const row = (changes: Partial<Record<Field, string>>, number = 2): RawRow => ({
  number,
  cells: targets.map((target) => changes[target] ?? good[target]),
});

async function check(
  rows: readonly RawRow[],
  mapping: Partial<ImportMapping> = {},
  options: Partial<CheckOptions> & { areas?: typeof areas } = {},
): Promise<CheckedRow[]> {
  const all: CheckedRow[] = [];
  const lookup = options.areas ?? areas;
  for await (const checked of checkRows(stream(rows), { ...base, ...mapping }, lookup, today, {
    hmac: testHmac,
    ...options,
  }))
    all.push(checked);
  return all;
}
const one = async (changes: Partial<Record<Field, string>>, mapping: Partial<ImportMapping> = {}) => {
  const [checked] = await check([row(changes)], mapping);
  if (!checked) throw new Error('no row came out');
  return checked;
};
const codes = (checked: CheckedRow) => checked.problems.map((p) => `${p.field ?? '-'}:${p.code}`);

test('a good row comes out in our own words, identity apart from the case', async () => {
  const checked = await one({});
  expect(codes(checked)).toEqual([]);
  expect(checked.status).toBe('ready');
  expect(SourceRow.parse(checked.source)).toEqual({
    row: 2,
    linkable: true,
    identity: {
      name: 'Contoh Satu',
      aliases: [],
      phones: [],
      nik: '6472015403080001',
      birthDate: '2008-03-14',
    },
    case: {
      caseNo: 'LP/B/12/VIII/2026',
      reportDate: '2026-08-11',
      incidentDate: '2026-08',
      countingYear: 2026,
      yearBasis: 'report',
      placeCode: '64.72',
      role: 'victim',
      sex: 'female',
      ageMin: 18,
      ageMax: 18,
      child: 'no',
      exploitation: ['sexual'],
      labourSectors: [],
      services: [],
      charges: [],
      legalStage: 'investigation',
    },
  });
});

describe('one planted error of each kind', () => {
  const planted: [Partial<Record<Field, string>>, string][] = [
    [{ sex: '' }, 'sex:required_missing'],
    [{ place: '-' }, 'place:required_missing'],
    [{ reportDate: '' }, 'reportDate:required_missing'],
    [{ reportDate: 'kemarin' }, 'reportDate:date_unreadable'],
    [{ reportDate: '31/09/2026' }, 'reportDate:date_not_in_calendar'],
    [{ birthDate: '14/03/08' }, 'birthDate:date_two_digit_year'],
    [{ reportDate: '08/25/2026' }, 'reportDate:date_month_first'],
    [{ reportDate: '46245' }, 'reportDate:date_excel_serial'],
    [{ reportDate: '11/08/1926', incidentDate: '' }, 'reportDate:date_out_of_range'],
    [{ reportDate: '22/11/2026' }, 'reportDate:date_future'],
    [{ reportDate: '11/08/2062' }, 'reportDate:date_future'],
    [{ incidentDate: '12/08/2026' }, 'incidentDate:incident_after_report'],
    [{ birthDate: '09/2026', age: '', nationalId: '' }, 'birthDate:birth_after_incident'],
    [{ age: 'tujuh belas' }, 'age:age_unreadable'],
    [{ age: '170' }, 'age:age_out_of_range'],
    [{ age: '25' }, 'age:age_birth_mismatch'],
    [{ nationalId: '6,47202E+15' }, 'nationalId:nik_scientific'],
    [{ nationalId: '64720154O3080001' }, 'nationalId:nik_not_digits'],
    [{ nationalId: '647201540308001' }, 'nationalId:nik_length'],
    [{ nationalId: '0000000000000000' }, 'nationalId:nik_placeholder'],
    [{ nationalId: '9972015403080001' }, 'nationalId:nik_region'],
    [{ nationalId: '6472013213080001' }, 'nationalId:nik_date'],
    [{ nationalId: '6472015403080000' }, 'nationalId:nik_serial'],
    [{ nationalId: '6472015503080001' }, 'nationalId:nik_birth_mismatch'],
    [{ nationalId: '6472011403080001' }, 'nationalId:nik_sex_mismatch'],
    [{ place: 'Antah Berantah' }, 'place:area_unknown'],
    [{ place: '6498' }, 'place:area_unknown'],
    [{ place: 'Bekasi' }, 'place:area_name_ambiguous'],
    [{ place: '6403 KUKAR' }, 'place:area_code_name_mismatch'],
    [{ place: '64.03 KUKAR' }, 'place:area_code_name_mismatch'],
    [{ place: '6403' }, 'place:area_code_system_unknown'],
    [{ place: '62.1' }, 'place:area_code_lost_zero'],
    [{ place: 'Kaltim' }, 'place:area_too_coarse'],
    [{ exploitation: 'BANGUNAN' }, 'exploitation:unknown_value'],
    [{ sex: 'Q' }, 'sex:unknown_value'],
    [{ victimTotal: 'banyak' }, 'victimTotal:number_unreadable'],
    [{ victimTotal: '5', victimFemale: '3', victimMale: '1' }, 'victimTotal:sum_mismatch'],
    [{ caseNo: 'x'.repeat(121) }, 'caseNo:text_too_long'],
  ];
  test.each(planted)('%j: %s', async (changes, code) => {
    const checked = await one(changes);
    expect(codes(checked)).toEqual([code]);
    const [problem] = checked.problems;
    expect(checked.status).toBe(problem?.severity === 'error' ? 'problem' : 'ready');
    expect(problem?.column).toBe('ABCDEFGHIJKLMN'[targets.indexOf(code.split(':')[0] as Field)]);
  });

  const elsewhere: [ImportMapping['columns'][number]['target'], string, string][] = [
    ['registrationYear', 'dua ribu', 'registrationYear:year_unreadable'],
    ['registrationYear', '2014-2018', 'registrationYear:year_band'],
    ['registrationYear', '2025', 'registrationYear:year_not_of_report'],
    ['child', 'Anak', 'child:child_age_mismatch'],
    ['passport', 'ABC', 'passport:passport_form'],
    ['identityNumber', 'ABC', 'identityNumber:identity_number_form'],
    ['citizenship', 'Atlantis', 'citizenship:country_unknown'],
    ['role', 'Saksi', 'role:role_not_counted'],
    ['modus', 'x'.repeat(201), 'modus:text_too_long'],
  ];
  test.each(elsewhere)('%s "%s": %s', async (target, text, code) => {
    const columns = [...base.columns, { index: targets.length, target }];
    const [checked] = await check(
      [{ number: 2, cells: [...row({ age: '30', birthDate: '', nationalId: '' }).cells, text] }],
      { columns },
    );
    expect(checked && codes(checked)).toEqual([code]);
  });

  test('a violence case that is no trafficking', async () => {
    const columns = [
      ...base.columns.filter((col) => col.target !== 'exploitation'),
      { index: 9, target: 'violenceType' as const },
    ];
    const [no] = await check([row({ exploitation: 'Fisik, Psikis' })], { columns });
    const [yes] = await check([row({ exploitation: 'Trafficking; Seksual' })], { columns });
    expect(no && codes(no)).toEqual(['violenceType:not_trafficking']);
    expect(yes && codes(yes)).toEqual([]);
  });

  test('what the file reader saw: formulas, imprecise numbers', async () => {
    const issues = [
      { column: 1, code: 'cell.formula_error' },
      { column: 5, code: 'cell.number_imprecise' },
    ];
    const [checked] = await check([{ ...row({ reportDate: '' }), issues }]);
    expect(checked && codes(checked).toSorted()).toEqual([
      'nationalId:nik_scientific',
      'reportDate:cell_formula_error',
    ]);
    const [phone] = await check(
      [
        {
          number: 2,
          cells: [...row({}).cells, '81200000000012345'],
          issues: [{ column: 14, code: 'cell.number_imprecise' }],
        },
      ],
      {
        columns: [...base.columns, { index: 14, target: 'phone' }],
      },
    );
    expect(phone && codes(phone)).toEqual(['phone:cell_number_imprecise']);
  });

  test('outside the period', async () => {
    const [checked] = await check([row({})], {}, { period: { first: '2026-01-01', last: '2026-06-30' } });
    expect(checked && codes(checked)).toEqual(['reportDate:outside_period']);
    expect(checked?.status).toBe('ready');
  });

  test('the lists above leave no code out', () => {
    const proven = new Set(
      [...planted.map(([, c]) => c), ...elsewhere.map(([, , c]) => c)].map((c) => c.split(':')[1]),
    );
    for (const c of [
      'not_trafficking',
      'cell_formula_error',
      'cell_number_imprecise',
      'outside_period',
      'duplicate_in_file',
    ])
      proven.add(c);
    expect([...rowProblemCodes].filter((c) => !proven.has(c))).toEqual([]);
  });
});

describe('area codes', () => {
  test('the BPS trap: told apart by the name, never guessed', async () => {
    const checked = await one({ place: '6403 KUKAR' });
    expect(checked.problems[0]?.params).toEqual({
      code: '6403',
      name: 'KUKAR',
      kemendagriName: 'Kabupaten Berau',
      bpsName: 'Kabupaten Kutai Kartanegara',
      system: 'kemendagri',
      fits: 'bps',
    });
  });

  test('"use BPS codes" takes the code only where the name agrees', async () => {
    const decisions: ImportDecision[] = [
      { code: 'area_code_name_mismatch', field: 'place', act: 'use_bps_codes' },
    ];
    const [kukar, paser, berau] = await check(
      [
        row({ place: '6403 KUKAR' }, 2),
        row({ place: '6403 PASER', caseNo: '2' }, 3),
        row({ place: '6403 BERAU', caseNo: '3' }, 4),
      ],
      { decisions },
    );
    expect(kukar?.source?.case.placeCode).toBe('64.02');
    expect(paser && codes(paser)).toEqual(['place:area_code_name_mismatch']);
    expect(berau?.source?.case.placeCode).toBe('64.03');
  });

  test.each([
    ['64.03', '64.03'],
    ['6471', '64.71'],
    ['64.02.13', '64.02'],
    ['Kab. Kutai Kartanegara', '64.02'],
    ['KUKAR (64.02)', '64.02'],
    ['ppu', '64.09'],
    ['Bekasi', undefined],
    ['Kota Bekasi', '32.75'],
    ['Malaysia', null],
    ['tidak diketahui', null],
  ])('%s is %s', async (place, code) => {
    expect((await one({ place })).source?.case.placeCode).toBe(code);
  });

  test('a place abroad becomes the country of exploitation', async () => {
    expect((await one({ place: 'Malaysia' })).source?.case.exploitationCountry).toBe('MYS');
  });

  test('a declared system is checked against the name as well', async () => {
    expect((await one({ place: '6403' }, { codeSystem: 'bps' })).source?.case.placeCode).toBe('64.02');
    expect((await one({ place: '6403' }, { codeSystem: 'kemendagri' })).source?.case.placeCode).toBe('64.03');
    expect(codes(await one({ place: '6403 Berau' }, { codeSystem: 'bps' }))).toEqual([
      'place:area_code_name_mismatch',
    ]);
  });

  test('without a crosswalk a bare code needs its name', async () => {
    const [bare, named] = await check(
      [row({ place: '6471' }), row({ place: '6471 Balikpapan' }, 3)],
      {},
      { areas: areasWithoutBps },
    );
    expect(bare && codes(bare)).toEqual(['place:area_code_system_unknown']);
    expect(named?.source?.case.placeCode).toBe('64.71');
  });

  test('a province narrows a name that means two', async () => {
    const columns = [...base.columns, { index: 14, target: 'placeProvince' as const }];
    const [checked] = await check(
      [{ number: 2, cells: [...row({ place: 'Kutai Barat' }).cells, 'Kaltim'] }],
      { columns },
    );
    expect(checked?.source?.case.placeCode).toBe('64.07');
  });
});

describe('decisions of a person', () => {
  const decide = (code: string, field: ImportDecision['field'], act: ImportDecision['act']) => ({
    decisions: [{ code, field, act }],
  });

  test('mark unknown: the value goes, the row stays', async () => {
    const age = await one({ age: '170' }, decide('age_out_of_range', 'age', 'mark_unknown'));
    expect([age.status, age.source?.case.ageMin]).toEqual(['ready', 18]);
    const sex = await one({ sex: '' }, decide('required_missing', 'sex', 'mark_unknown'));
    expect(sex.source?.case.sex).toBe('unknown');
    const word = await one({ sex: 'Q' }, decide('unknown_value', 'sex', 'mark_unknown'));
    expect(word.source?.case.sex).toBe('unknown');
    const place = await one({ place: 'Antah Berantah' }, decide('area_unknown', 'place', 'mark_unknown'));
    expect(place.source?.case.placeCode).toBe(null);
    const nik = await one(
      { nationalId: '9999999999999999' },
      decide('nik_placeholder', 'nationalId', 'mark_unknown'),
    );
    expect([nik.status, nik.source?.identity?.nik]).toEqual(['ready', undefined]);
  });

  test('a date of counting cannot be unknown', async () => {
    const checked = await one(
      { reportDate: '31/09/2026' },
      decide('date_not_in_calendar', 'reportDate', 'mark_unknown'),
    );
    expect(codes(checked)).toEqual(['reportDate:required_missing']);
  });

  test('leave out, accept, day numbers, translated words', async () => {
    const out = await one({ place: '' }, decide('required_missing', 'place', 'leave_out'));
    expect([out.status, out.leftOut, out.source]).toEqual(['left_out', 'required_missing', undefined]);
    const sum = await one(
      { victimTotal: '5', victimFemale: '3', victimMale: '1' },
      decide('sum_mismatch', 'victimTotal', 'accept'),
    );
    expect(sum.source?.case.stated).toEqual({ total: 5, female: 3, male: 1 });
    const serial = await one(
      { reportDate: '46245' },
      decide('date_excel_serial', 'reportDate', 'read_serial_dates'),
    );
    expect(serial.source?.case.reportDate).toBe('2026-08-11');
    const word = await one(
      { exploitation: 'BANGUNAN' },
      { words: { exploitation: { bangunan: 'forced_labour' } } },
    );
    expect(word.source?.case.exploitation).toEqual(['forced_labour']);
    const area = await one({ place: 'Benua Etam' }, { words: { place: { benuaetam: '64.72' } } });
    expect(area.source?.case.placeCode).toBe('64.72');
  });

  test('one cell corrected by hand', async () => {
    const edits = new Map([[2, new Map([[1, '30/09/2026']])]]);
    const [checked] = await check(
      [{ ...row({ reportDate: '31/09/2026' }), issues: [{ column: 1, code: 'cell.date_ambiguous' }] }],
      {},
      { edits },
    );
    expect(checked?.source?.case.reportDate).toBe('2026-09-30');
  });

  test('constants fill columns a file does not have', async () => {
    const columns = base.columns.filter((col) => col.target !== 'sex' && col.target !== 'place');
    const constants = { sex: 'unknown' as const, placeCode: '64.72' };
    expect((await one({}, { columns, constants })).source?.case).toMatchObject({
      sex: 'unknown',
      placeCode: '64.72',
    });
  });
});

describe('duplicates', () => {
  test('the same person in the same case, however written', async () => {
    const [first, second, other] = await check([
      row({}, 2),
      row({ name: 'SITI', reportDate: '2026-08-11' }, 3),
      row({ caseNo: 'LP/B/13/VIII/2026' }, 4),
    ]);
    expect([first?.status, second?.status, other?.status]).toEqual(['ready', 'duplicate', 'ready']);
    expect(second?.problems[0]).toMatchObject({
      code: 'duplicate_in_file',
      severity: 'warning',
      params: { first: 2 },
    });
    expect(second?.source).toBeDefined();
  });

  test('by name and birth date where there is no number; never without identity', async () => {
    const same = { nationalId: '', caseNo: '' };
    const [, byName] = await check([row(same, 2), row({ ...same, name: 'Hj. CONTOH SATU, S.Pd' }, 3)]);
    expect(byName?.status).toBe('duplicate');
    const nobody = { ...same, name: '', birthDate: '' };
    const [, anonymous] = await check([row(nobody, 2), row(nobody, 3)]);
    expect(anonymous?.status).toBe('ready');
  });

  test('CLR-47 equal rows that name nobody stay apart, and match those of a file sent again', async () => {
    const nobody = { nationalId: '', caseNo: '', name: '', birthDate: '' };
    const other = { ...nobody, sex: 'L' };
    const prints = async (rows: RawRow[]) => (await check(rows)).map((r) => r.fingerprint ?? '');
    const once = await prints([row(nobody, 2), row(nobody, 3), row(other, 4), row(nobody, 5)]);
    expect(new Set(once).size).toBe(4);
    const again = await prints([
      row(other, 2),
      row(nobody, 3),
      row(nobody, 4),
      row(nobody, 5),
      row(nobody, 6),
    ]);
    expect(again.filter((f) => !once.includes(f))).toHaveLength(1);
    expect(new Set(await prints([row({}, 2), row({}, 3)])).size).toBe(1);
  });

  test('leaving duplicates out keeps the first', async () => {
    const decisions: ImportDecision[] = [{ code: 'duplicate_in_file', field: 'caseNo', act: 'leave_out' }];
    const all = await check([row({}, 2), row({}, 3), row({}, 4)], { decisions });
    expect(all.map((r) => r.status)).toEqual(['ready', 'left_out', 'left_out']);
  });
});

test('rows that are no cases are passed over, visibly', async () => {
  const all = await check(
    [
      { number: 1, cells: ['NO LP', 'TGL LAPOR', 'X', 'KAB/KOTA'] },
      { number: 2, cells: ['(1)', '(2)', '(3)', '(4)'] },
      row({}, 3),
      { number: 4, cells: ['NO LP', 'TGL LAPOR', 'X', 'KAB/KOTA'] },
      { number: 5, cells: ['', '', '', '', '', '', '', '', '', '', '', '', '', '', 'Samarinda, 5 Oktober'] },
      { number: 6, cells: ['JUMLAH', '', '', '', '', '', '', '', '', '', '', '1'] },
    ],
    {},
    { lastHeaderRow: 1, headings: ['NO LP', 'TGL LAPOR', 'X', 'KAB/KOTA'] },
  );
  expect(all.map((r) => r.skipped ?? r.status)).toEqual([
    'column_numbers',
    'ready',
    'headings_again',
    'no_values',
    'totals',
  ]);
});

test('the counting year and its basis', async () => {
  const columns = [...base.columns, { index: 14, target: 'registrationYear' as const }];
  const withYear = async (mapping: Partial<ImportMapping>, year = '2025') => {
    const [checked] = await check(
      [{ number: 2, cells: [...row({ incidentDate: '12/2024', age: '' }).cells, year] }],
      {
        columns,
        ...mapping,
      },
    );
    return [checked?.source?.case.countingYear, checked?.source?.case.yearBasis];
  };
  expect(await withYear({})).toEqual([2026, 'report']);
  expect(await withYear({ layout: 'police' })).toEqual([2026, 'police']);
  expect(await withYear({ yearBasis: 'registration' })).toEqual([2025, 'registration']);
  expect(await withYear({ yearBasis: 'offence' })).toEqual([2024, 'offence']);
  expect(await withYear({ yearBasis: 'registration' }, '')).toEqual([2026, 'report']);
});

test('nothing of a person stands in a problem', async () => {
  const secret = {
    name: 'Rahasia Sekali',
    nationalId: '6472013213089876',
    birthDate: '31/02/1987',
    age: '200',
  };
  const checked = await one({ ...secret, sex: 'Q', place: '6403 KUKAR' });
  expect(checked.problems.length).toBeGreaterThan(3);
  const text = JSON.stringify(checked.problems);
  for (const part of ['Rahasia', 'Sekali', '9876', '6472013213', '1987', '31/02'])
    expect(text).not.toContain(part);
});

test('columns are tallied over the whole file', async () => {
  const tally = createColumnTally(targets.length);
  for (const checked of await check([
    row({}),
    row({ reportDate: '31/09/2026' }, 3),
    row({ age: '' }, 4),
    row({ caseNo: '9' }, 5),
  ]))
    tally.add(checked);
  const shares = tally.shares();
  expect(shares[1]).toEqual({ filled: 1, valid: 0.75 });
  expect(shares[7]).toEqual({ filled: 0.75, valid: 0.75 });
});

test('no file makes it throw, and what comes out stands in the contract', { timeout: 60_000 }, async () => {
  const columns = columnTargets.map((target, index) => ({ index, target }));
  const piece = fc.constantFrom(
    'constructor',
    '__proto__',
    '1 constructor 2026',
    '6403',
    'P',
    '31/12/2025',
    '{x}',
    '\u0000',
    '١٧',
    '😀',
  );
  const cell = fc.oneof(
    { weight: 2, arbitrary: piece },
    fc.string(),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.stringMatching(/^[0-9/. -]{0,18}$/),
  );
  // Full rows: short ones would leave most columns untried.
  const full = fc.array(cell, { minLength: columns.length, maxLength: columns.length + 2 });
  const rows = fc.array(full, { minLength: 1, maxLength: 4 });
  const layout = fc.constantFrom(...layouts);
  await fc.assert(
    fc.asyncProperty(rows, layout, async (cells, kind) => {
      const mapping = { layout: kind, columns, words: { sex: { x: 'female' }, exploitation: {}, place: {} } };
      const all = await check(
        cells.map((c, i) => ({ number: i + 2, cells: c })),
        mapping,
      );
      expect(all).toHaveLength(cells.length);
      for (const { source, problems } of all) {
        expect(SourceRow.optional().parse(source)).toEqual(source);
        for (const p of problems) {
          const { title, what, mend } = problemMessage(RowProblem.parse(p), 'id');
          expect(`${title}${what}${mend}`).not.toContain('undefined');
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('memory does not grow with the file', { timeout: 120_000 }, async () => {
  const rows = 15_000;
  async function* many() {
    for (let i = 0; i < rows; i += 1) yield row({ caseNo: `LP/B/${i}/2026`, name: `Contoh ${i}` }, i + 2);
  }
  let highest = 0;
  let ready = 0;
  const before = process.memoryUsage().heapUsed;
  for await (const checked of checkRows(many(), base, areas, today, { hmac: testHmac })) {
    if (checked.status === 'ready') ready += 1;
    if (checked.row % 1000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed);
  }
  expect(ready).toBe(rows);
  // Kept rows would take several times as much; what is kept is one short hash a row. Garbage is counted too.
  expect((highest - before) / 1e6).toBeLessThan(60);
});

test('lines of a table, for the other tests', () => {
  expect(table(['a | b'])).toEqual([{ number: 1, cells: ['a', 'b'] }]);
});
