import { expect, test } from 'vitest';
import { monthAfter, weekdayOf, weeksOf, workingDaysIn } from './month.ts';
import { instantOf } from './zone-time.ts';

test('weeks begin on Monday and hold every day of the month once', () => {
  const november = weeksOf('2026-11');
  expect(november[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(november.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(november.flat().filter(Boolean).length).toBe(30);
  expect(weeksOf('2028-02').flat().filter(Boolean).length).toBe(29);
  expect(weeksOf('2027-02').length).toBe(4);
});

test('months follow each other over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

test('working days: weekdays without days off, worked Saturdays included', () => {
  expect(weekdayOf('2026-11-25')).toBe(3);
  expect(workingDaysIn('2026-11', [], [1, 2, 3, 4, 5])).toBe(21);
  const special = [
    { date: '2026-11-30', working: false },
    { date: '2026-11-28', working: true },
    { date: '2026-11-01', working: false },
  ];
  expect(workingDaysIn('2026-11', special, [1, 2, 3, 4, 5])).toBe(21);
  expect(workingDaysIn('2026-11', [], [1, 2, 3, 4, 5, 6])).toBe(25);
});

test('a day and an hour in a zone of Indonesia', () => {
  expect(instantOf('2026-11-25', '14.30', 'Asia/Makassar')).toBe('2026-11-25T14:30:00+08:00');
  expect(instantOf('2026-11-25', '7:05', 'Asia/Jakarta')).toBe('2026-11-25T07:05:00+07:00');
  expect(instantOf('2026-11-25', '24.00', 'Asia/Jayapura')).toBeUndefined();
  expect(instantOf('besok', '14.30', 'Asia/Makassar')).toBeUndefined();
});
