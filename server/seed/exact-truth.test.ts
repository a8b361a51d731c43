import { expect, test } from 'vitest';
import { exactTruth } from './exact-truth.ts';
import { makeProvince } from './province.ts';
import type { Province, RowTruth } from './province.ts';

const row = (personId: string, name: string, birthDate: string | null, nik = ''): RowTruth => ({
  agencyCode: 'dinsos-kaltim',
  period: { year: 2024, quarter: 1 },
  row: 0,
  personId,
  caseId: 'c1',
  role: 'victim',
  reportDate: '2024-01-02',
  incidentDate: '2024-01-01',
  written: { name, birthDate, nik, passport: '' },
  form: 'sexual',
  distortions: [],
});
const of = (rows: RowTruth[]): Province => ({
  submissions: [],
  open: [],
  truth: {
    rows,
    people: new Map(),
    cases: [],
    traps: { twins: ['', ''], namesakes: ['', ''], again: '', both: '', foreigners: [] },
  },
});

test('a hand-made case: what is found by number, by name and date, and what is found wrongly', () => {
  const result = exactTruth(
    of([
      row('a', 'Contoh Satu', '2000-01-01', '6472034101009001'),
      row('a', 'CONTOH SATU', '2000-01-01'),
      row('a', 'Tjontoh', null, '6472034101009001'),
      row('b', 'Contoh Satu', '2000-01-01'),
      row('c', 'Contoh Tiga', null),
      row('c', 'Contoh Tiga', null),
    ]),
  );
  expect(result).toEqual({
    rows: 6,
    people: 3,
    truePairs: 4,
    found: {
      nik: { right: 1, wrong: 0 },
      passport: { right: 0, wrong: 0 },
      nameAndBirth: { right: 1, wrong: 2 },
      any: { right: 2, wrong: 2 },
    },
    peopleAfterReview: 4,
    peopleIfAllAccepted: 3,
  });
});

test('in the invented province exact comparison finds most pairs, misses many and is wrong a few times', async () => {
  const province = await makeProvince();
  const all = exactTruth(province);
  const share = all.found.any.right / all.truePairs;
  expect(share).toBeGreaterThan(0.55);
  expect(share).toBeLessThan(0.85);
  expect(all.found.any.wrong).toBeGreaterThan(1);
  expect(all.found.nik.wrong).toBeGreaterThan(0);
  expect(all.found.nameAndBirth.wrong).toBeGreaterThan(0);
  expect(all.people).toBeLessThan(all.peopleIfAllAccepted);
  expect(all.peopleIfAllAccepted).toBeLessThan(all.peopleAfterReview);
  expect(all.peopleAfterReview).toBeLessThan(all.rows);
});

test('rows can be narrowed to a year and a role', async () => {
  const province = await makeProvince();
  const of2022 = exactTruth(province, { rows: (r) => r.role === 'victim' && r.reportDate < '2023' });
  expect(of2022.rows).toBe(
    province.truth.rows.filter((r) => r.role === 'victim' && r.reportDate < '2023').length,
  );
  expect(of2022.people).toBeGreaterThan(30);
  expect(of2022.people).toBeLessThan(60);
});
