import { expect, test } from 'vitest';
import { groupOf, leftWords, numberWords, rowState } from './present.ts';

const left = (
  unit: 'clock_hours' | 'calendar_days',
  state: 'late' | 'today' | 'soon' | 'later' | 'paused',
  minutes: number | null,
  days: number,
) => ({ unit, dueDate: '2026-12-01', remaining: { state, minutes, days } });

test('numbers of the law as the law says them', () => {
  const number = (
    unit: Parameters<typeof numberWords>[0]['unit'],
    value: number | null,
    text: string | null = null,
  ) => numberWords({ unit, value, text, direction: 'after' });
  expect(number('clock_hours', 72)).toEqual({ key: 'unit.clock_days', values: { n: 3 } });
  expect(number('clock_hours', 6)).toEqual({ key: 'unit.clock_hours', values: { count: 6, n: 6 } });
  expect(number('clock_hours', 0)).toEqual({ key: 'unit.at_once' });
  expect(number('calendar_days', 0)).toEqual({ key: 'unit.same_day' });
  expect(number('perma_days', 90)).toEqual({ key: 'unit.perma_days', values: { count: 90, n: 90 } });
  expect(number('fixed_date', null, '01-31').days).toEqual(['2024-01-31']);
  expect(number('window', null, '02-22/03-07').days).toEqual(['2024-02-22', '2024-03-07']);
  expect(number('choice', null, 'working_days')).toEqual({ key: 'unit.choice.working_days' });
  expect(number('event', null)).toEqual({ key: 'unit.event' });
});

test('time left: hours for clock hours, days for days', () => {
  expect(leftWords(left('clock_hours', 'today', 208, 0))).toEqual({
    key: 'left.hours',
    values: { hours: 3, minutes: 28 },
  });
  expect(leftWords(left('clock_hours', 'late', -59, 0)).key).toBe('left.lateMinutes');
  expect(leftWords(left('clock_hours', 'later', 4000, 3))).toEqual({
    key: 'left.days',
    values: { count: 3 },
  });
  expect(leftWords(left('calendar_days', 'late', null, -1))).toEqual({
    key: 'left.lateDays',
    values: { count: 1 },
  });
  expect(leftWords(left('calendar_days', 'soon', null, 1))).toEqual({ key: 'left.tomorrow' });
});

test('a stopped clock is neither late nor near, and stands in its own group', () => {
  expect(rowState(left('clock_hours', 'paused', -5, -1))).toBe('paused');
  expect(rowState(left('clock_hours', 'today', 239, 0))).toBe('near');
  expect(rowState(left('clock_hours', 'today', 240, 0))).toBe('calm');
  expect(groupOf(left('clock_hours', 'paused', -5, -1), '2026-12-02')).toBe('paused');
  expect(groupOf(left('calendar_days', 'soon', null, 6), '2026-12-02')).toBe('week');
  expect(groupOf(left('calendar_days', 'later', null, 20), '2026-11-30')).toBe('2026-12');
});
