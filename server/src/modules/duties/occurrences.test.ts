import { dutyKindCodes, dutyKinds, type DutyKind } from '@simpul/contract/duties/kinds';
import type { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import { describe, expect, test } from 'vitest';
import { readParameters } from './load-reference.ts';
import { appliesTo, occurrences } from './occurrences.ts';
import { termOf } from './parameters.ts';

const date = Temporal.PlainDate.from;
const parameters = readParameters();
const asLoaded = (key: string): LegalParameter => {
  const found = parameters.find((p) => p.key === key);
  if (!found) throw new Error(`no parameter ${key}`);
  return { ...found, version: 1, origin: 'reference', verification: null };
};
const clock = { zone: 'Asia/Makassar', isWorkingDay: (day: Temporal.PlainDate) => day.dayOfWeek <= 5 };
const turns = (
  code: keyof typeof dutyKinds,
  from: string,
  to: string,
  change: Partial<LegalParameter> = {},
) => {
  const kind: DutyKind = dutyKinds[code];
  const parameter = { ...asLoaded(kind.parameters[0] ?? ''), ...change };
  return occurrences(kind, parameter, {
    from: date(from),
    to: date(to),
    clock,
    permaDay: 'working_days',
  }).map((o) => `${o.period} ${o.due.toString()}`);
};

describe('the seed of numbers', () => {
  test('DUT-30: every duty finds its numbers, and each sets a clock', () => {
    for (const code of dutyKindCodes)
      for (const key of dutyKinds[code].parameters) {
        const parameter = asLoaded(key);
        const kind: DutyKind = dutyKinds[code];
        const usable = kind.every
          ? occurrences(kind, parameter, {
              from: date('2026-01-01'),
              to: date('2027-12-31'),
              clock,
              permaDay: 'working_days',
            }).length > 0
          : termOf(parameter, 'working_days') !== undefined;
        expect([code, key, usable]).toEqual([code, key, true]);
      }
  });

  test('DUT-30: all 41 lines of the list of duties are there', () => {
    const rows = new Set(parameters.map((p) => p.row));
    expect(Array.from({ length: 41 }, (_, i) => i + 1).filter((row) => !rows.has(row))).toEqual([]);
    const kinds = new Set<number>(Object.values(dutyKinds).map((k) => k.row));
    expect(Array.from({ length: 41 }, (_, i) => i + 1).filter((row) => !kinds.has(row))).toEqual([]);
  });
});

describe('turns of recurring duties', () => {
  test('DUT-40: the January report is about the year before', () => {
    expect(turns('january_report', '2026-01-01', '2028-12-31')).toEqual([
      '2025 2026-01-31',
      '2026 2027-01-31',
      '2027 2028-01-31',
    ]);
    expect(turns('january_report', '2027-02-01', '2028-01-30')).toEqual([]);
  });

  test('DUT-40: months count whole periods, leap years included', () => {
    expect(turns('agency_performance_report', '2027-01-01', '2028-12-31')).toEqual([
      '2026 2027-02-28',
      '2027 2028-02-29',
    ]);
    expect(turns('clearing_round', '2026-09-01', '2027-03-31')).toEqual([
      '2026-Q3 2026-09-30',
      '2026-Q4 2026-12-31',
      '2027-Q1 2027-03-31',
    ]);
    expect(turns('simfoni_validation', '2028-01-31', '2028-03-01')).toEqual([
      '2028-01 2028-01-31',
      '2028-02 2028-02-29',
    ]);
    expect(turns('yearly_monev', '2026-11-25', '2027-11-25')).toEqual(['2026 2026-12-31']);
  });

  test('DUT-40: a window is due at its end; 29 February falls back', () => {
    expect(turns('ppa_grant_change', '2027-01-01', '2027-12-31')).toEqual(['2027 2027-03-07']);
    expect(turns('january_report', '2027-01-01', '2028-12-31', { text: '02-29' })).toEqual([
      '2026 2027-02-28',
      '2027 2028-02-29',
    ]);
  });

  test('DUT-40: a limit in working days counts from the end of the period before', () => {
    const tenth = { unit: 'working_days', value: 10, text: null } as const;
    // 1 January 2027 is a Friday: 10 working days of this bare week end on Thursday the 14th
    expect(turns('january_report', '2027-01-01', '2027-12-31', tenth)).toEqual(['2026 2027-01-14']);
  });

  test('DUT-44: what applies to whom', () => {
    expect(appliesTo(dutyKinds.january_report, '64')).toBe(true);
    expect(appliesTo(dutyKinds.january_report, '64.72')).toBe(false);
    expect(appliesTo(dutyKinds.planning_village, '64.72')).toBe(true);
    expect(appliesTo(dutyKinds.access_review, '64.72')).toBe(true);
    expect(appliesTo(dutyKinds.access_review, 'id')).toBe(false);
  });
});
