import { expect, test } from 'vitest';
import { findingKey, groupOf, leftText, rowState } from './present.ts';

const left = (
  unit: 'clock_hours' | 'calendar_days',
  state: 'late' | 'today' | 'soon' | 'paused',
  minutes: number | null,
  days: number,
) => ({
  unit,
  remaining: { state, minutes, days },
});

test('the title is the finding', () => {
  expect(findingKey({ late: 1, today: 3, soon: 4 })).toBe('finding.lateAndToday');
  expect(findingKey({ late: 1, today: 0, soon: 4 })).toBe('finding.late');
  expect(findingKey({ late: 0, today: 3, soon: 4 })).toBe('finding.today');
  expect(findingKey({ late: 0, today: 0, soon: 4 })).toBe('finding.soon');
  expect(findingKey({ late: 0, today: 0, soon: 0 })).toBe('finding.none');
});

test('clock hours tell the time left, days tell days', () => {
  expect(leftText(left('clock_hours', 'today', 208, 0))).toEqual({
    key: 'left.hours',
    hours: 3,
    minutes: 28,
  });
  expect(leftText(left('clock_hours', 'late', -125, 0))).toEqual({ key: 'late.hours', hours: 2, minutes: 5 });
  expect(leftText(left('clock_hours', 'today', 40, 0))).toEqual({ key: 'left.minutes', minutes: 40 });
  expect(leftText(left('clock_hours', 'soon', 4000, 3))).toEqual({ key: 'left.days', count: 3 });
  expect(leftText(left('calendar_days', 'soon', null, 1))).toEqual({ key: 'left.tomorrow' });
  expect(leftText(left('calendar_days', 'today', null, 0))).toEqual({ key: 'left.today' });
  expect(leftText(left('calendar_days', 'late', null, -2))).toEqual({ key: 'late.days', count: 2 });
  expect(leftText(left('clock_hours', 'paused', 40, 0))).toEqual({ key: 'paused' });
});

test('a stopped clock is not late and not near', () => {
  const paused = left('clock_hours', 'paused', -40, -1);
  expect(groupOf(paused)).toBe('soon');
  expect(rowState(paused)).toBe('paused');
  expect(rowState(left('clock_hours', 'today', 208, 0))).toBe('near');
  expect(rowState(left('clock_hours', 'today', 478, 0))).toBe('calm');
  expect(rowState(left('calendar_days', 'late', null, -1))).toBe('late');
});
