import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineStatuses } from './deadline.ts';
import { parameterUnits } from './legal-parameter.ts';
import {
  afterAct,
  canBePaused,
  deadlineActs,
  inForce,
  isMonthDay,
  parameterProblem,
  unitsAfter,
} from './rules.ts';

describe('the number of a parameter', () => {
  test('DUT-24: its unit decides where it stands', () => {
    expect(parameterProblem({ unit: 'clock_hours', value: 72, text: null })).toBeNull();
    expect(parameterProblem({ unit: 'clock_hours', value: null, text: null })).toBe('value_missing');
    expect(parameterProblem({ unit: 'clock_hours', value: 1.5, text: null })).toBe('value_not_whole');
    expect(parameterProblem({ unit: 'calendar_days', value: -1, text: null })).toBe('value_out_of_range');
    expect(parameterProblem({ unit: 'days_per_week', value: 4, text: null })).toBe('value_out_of_range');
    expect(parameterProblem({ unit: 'days_per_week', value: 6, text: null })).toBeNull();
    expect(parameterProblem({ unit: 'calendar_days', value: 7, text: '7' })).toBe('text_not_expected');
    expect(parameterProblem({ unit: 'fixed_date', value: null, text: '01-31' })).toBeNull();
    expect(parameterProblem({ unit: 'fixed_date', value: 31, text: null })).toBe('value_not_expected');
    expect(parameterProblem({ unit: 'fixed_date', value: null, text: '02-30' })).toBe('text_not_month_day');
    expect(parameterProblem({ unit: 'window', value: null, text: '02-22/03-07' })).toBeNull();
    expect(parameterProblem({ unit: 'window', value: null, text: '02-22' })).toBe('text_not_window');
    expect(parameterProblem({ unit: 'window', value: null, text: '02-22/03-07/04-01' })).toBe(
      'text_not_window',
    );
    expect(parameterProblem({ unit: 'choice', value: null, text: 'working_days' })).toBeNull();
    expect(parameterProblem({ unit: 'choice', value: null, text: 'hari' })).toBe('text_not_choice');
    expect(parameterProblem({ unit: 'event', value: null, text: null })).toBeNull();
    expect(parameterProblem({ unit: 'event', value: null, text: 'x' })).toBe('text_not_expected');
  });

  test('a month and day exists in some year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (month, day) => {
        const text = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const real = new Date(Date.UTC(2024, month - 1, day));
        const exists =
          month >= 1 &&
          month <= 12 &&
          day >= 1 &&
          real.getUTCMonth() === month - 1 &&
          real.getUTCDate() === day;
        expect(isMonthDay(text)).toBe(exists);
      }),
    );
  });

  test('a limit in time may change its unit, a choice and the working week may not', () => {
    expect(unitsAfter('calendar_days')).toContain('working_days');
    expect(unitsAfter('choice')).toEqual(['choice']);
    expect(unitsAfter('days_per_week')).toEqual(['days_per_week']);
    for (const unit of parameterUnits) expect(unitsAfter(unit)).toContain(unit);
  });
});

describe('the version in force', () => {
  const version = (
    n: number,
    validFrom: string,
    origin: 'reference' | 'tenant',
    validTo: string | null = null,
  ) => ({
    version: n,
    validFrom,
    validTo,
    origin,
  });

  test("DUT-32: this office's correction wins from its day on, the former applies before", () => {
    const versions = [
      version(1, '2022-01-01', 'reference'),
      version(2, '2026-01-01', 'tenant'),
      version(2, '2027-01-01', 'reference'),
    ];
    expect(inForce(versions, '2021-12-31')).toBeUndefined();
    expect(inForce(versions, '2025-12-31')).toBe(versions[0]);
    expect(inForce(versions, '2026-01-01')).toBe(versions[1]);
    expect(inForce(versions, '2028-01-01')).toBe(versions[1]);
    expect(
      inForce(
        [versions[0], versions[2]].flatMap((v) => v ?? []),
        '2028-01-01',
      ),
    ).toBe(versions[2]);
    expect(inForce([version(1, '2022-01-01', 'reference', '2022-12-31')], '2023-01-01')).toBeUndefined();
  });
});

describe('what can be done with a deadline', () => {
  test('DUT-22, DUT-23: the table of acts', () => {
    const table = Object.fromEntries(
      deadlineActs.map((act) => [
        act,
        deadlineStatuses.flatMap((s) => (afterAct(s, act) ? [`${s} > ${afterAct(s, act)}`] : [])),
      ]),
    );
    expect(table).toEqual({
      pause: ['open > paused'],
      resume: ['paused > open'],
      complete: ['open > done', 'paused > done'],
      cancel: ['open > cancelled', 'paused > cancelled'],
      choose: ['open > open', 'paused > paused'],
      pass_over: ['open > not_followed', 'paused > not_followed'],
      reopen: ['done > open'],
    });
  });

  test('DUT-6: a clock towards a fixed day cannot be paused', () => {
    expect(canBePaused('fixed_date', 'after')).toBe(false);
    expect(canBePaused('calendar_days', 'before')).toBe(false);
    expect(canBePaused('clock_hours', 'after')).toBe(true);
  });
});
